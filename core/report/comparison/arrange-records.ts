import type { FormDefinition } from "../../form/form-definition.ts";
import type { EvaluationDocument, EvaluationTable } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../../validation/field-value.ts";
import type { PreviousYear } from "../../validation/previous-year.ts";
import { oneLine } from "../../validation/record-identity.ts";
import { interleave } from "./interleave.ts";
import { type LinkedRecords, linkRecords, recordEntries, type RecordLink } from "./link-records.ts";
import type { RecordEntry } from "./pair-values.ts";

/** A record in its place: of both years, of this year alone, or of last year alone. */
export interface ArrangedRecord extends Omit<RecordLink, "partner"> {
  readonly previous: RecordEntry | undefined;
  readonly current: RecordEntry | undefined;
}

export interface ArrangedSection {
  readonly title: string;
  readonly records: readonly ArrangedRecord[];
}

/** A document with the values of its records. */
export interface ValuedDocument {
  readonly document: EvaluationDocument;
  readonly values: readonly FieldValue[];
}

type Place = Pick<ArrangedRecord, "previous" | "current">;

/**
 * Puts the records of both years into this year's order, table by table: what ended stands behind what it followed last
 * year, or behind what took its place.
 */
export function arrangeRecords(
  form: FormDefinition,
  current: ValuedDocument,
  pairing: PreviousYear,
): ArrangedSection[] {
  const now = recordEntries(current);
  const before = recordEntries(pairing);
  const links = linkRecords(now, before, pairing);
  const titles = sectionTitles(form, [pairing.document, current.document]);
  const [nowByResource, beforeByResource] = [byResource(now), byResource(before)];
  const sections = new Map<string, ArrangedRecord[]>();
  for (const resource of new Set([...nowByResource.keys(), ...beforeByResource.keys()])) {
    const [ours, theirs] = [nowByResource.get(resource) ?? [], beforeByResource.get(resource) ?? []];
    let title = titles.get((ours[0] ?? theirs[0])!.table)!;
    for (const place of mergedOrder(ours, theirs, links)) {
      if (place.current) title = titles.get(place.current.table)!;
      let section = sections.get(title);
      if (!section) sections.set(title, (section = []));
      section.push({ ...links.get((place.current ?? place.previous)!)!, ...place });
    }
  }
  return [...sections].map(([title, records]) => ({ title, records }));
}

function mergedOrder(now: readonly RecordEntry[], before: readonly RecordEntry[], links: LinkedRecords): Place[] {
  const linkOf = (entry: RecordEntry) => links.get(entry)!;
  const ended = new Set(before.filter((entry) => !linkOf(entry).partner && !linkOf(entry).counterpart));
  return interleave(now, before, (entry) => linkOf(entry).partner, ended).flatMap((item): Place[] => {
    if ("previous" in item) return [{ previous: item.previous, current: undefined }];
    const { partner, counterpart } = linkOf(item.current);
    const own = { previous: partner, current: item.current };
    return counterpart ? [own, { previous: counterpart, current: undefined }] : [own];
  });
}

function byResource(entries: readonly RecordEntry[]): Map<string, RecordEntry[]> {
  return Map.groupBy(entries, ({ table }) => table.resource);
}

/** What stands over each table: its headings, the words in its corner, and which table it is where a form has several. */
function sectionTitles(form: FormDefinition, documents: readonly EvaluationDocument[]): Map<EvaluationTable, string> {
  const titles = new Map<EvaluationTable, string>();
  for (const { parts } of documents) {
    const headings: string[] = [];
    for (const part of parts) {
      if (part.kind === "text") {
        if (part.level === 0) continue;
        headings.length = Math.min(headings.length, part.level - 1);
        headings[part.level - 1] = oneLine(part.text.text).replace(/^#+\s*/u, "");
        continue;
      }
      const { table } = part;
      const resource = form.resources.find(({ name }) => name === table.resource)?.title ?? table.resource;
      const corner = table.layout === "yearly-plan" ? oneLine(table.corner?.text ?? "") : "";
      const words = [...headings, corner].filter(Boolean);
      titles.set(table, [...words, ...(words.length === 0 || form.resources.length > 1 ? [resource] : [])].join("　"));
    }
  }
  return titles;
}
