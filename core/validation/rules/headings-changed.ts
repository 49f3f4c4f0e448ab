import type { EvaluationTable, SourcedValue } from "../../table/evaluation-document.ts";
import { documentTables } from "../../table/evaluation-document.ts";
import { FISCAL_YEAR_PATTERN } from "../../text/fiscal-year.ts";
import { foldText } from "../../text/fold.ts";
import { oneLine } from "../record-identity.ts";
import { defineRule } from "../rule.ts";

const FISCAL_YEARS = new RegExp(FISCAL_YEAR_PATTERN, "gu");

/** The headings of a table differ from last year's: the years' tables can no longer be joined. */
export const headingsChanged = defineRule({
  meta: {
    id: "headings-changed",
    category: "previous-year",
    title: "見出しが昨年度と違う",
    description:
      "毎年度の表をつないで使うには、見出しの文言と並びが毎年度同じでなければなりません。見出しの中の年度と計画の期の違いは、違いとみなしません。",
    severity: "info",
    standard: "L3-07",
    example: { wrong: "昨年度「担当局」→ 今年度「担当部局」", right: "毎年度「担当局」" },
    remedy: "昨年度の見出しに合わせます。様式を改めたのであれば、改めたことを注記します。",
    messages: {
      renamed: (d: { changes: string }) =>
        `見出しが昨年度と違います（${d.changes}）。昨年度に合わせるか、様式を改めたことを注記してください。`,
      columns: (d: { added: string; removed: string }) =>
        `表の列が昨年度と違います（${[d.added && `増えた列 ${d.added}`, d.removed && `なくなった列 ${d.removed}`].filter(Boolean).join("、")}）。年度をまたいで比べられるよう、様式を揃えてください。`,
    },
  },

  check({ previous, tables }, report) {
    if (!previous) return;
    const before = headingsByResource(documentTables(previous.document));
    for (const [resource, headings] of headingsByResource(tables)) {
      const last = before.get(resource);
      const [first] = headings.values();
      if (!last || !first) continue;
      const { renamed, added, removed } = compare(last, headings);
      if (renamed[0]) {
        const changes = renamed.map(([was, is]) => `${quoted(was)}→${quoted(is)}`).join("、");
        report({ messageId: "renamed", data: { changes }, at: renamed[0][1].text });
      }
      if (added.length + removed.length === 0) continue;
      const data = { added: added.map(quoted).join(""), removed: removed.map(quoted).join("") };
      report({ messageId: "columns", data, at: (added[0] ?? first).text });
    }
  },
});

interface Heading {
  readonly text: SourcedValue;
  /** Sheet column; labels of cards have none. */
  readonly column: number | undefined;
}

interface HeadingChanges {
  readonly renamed: readonly (readonly [was: Heading, is: Heading])[];
  readonly added: readonly Heading[];
  readonly removed: readonly Heading[];
}

/** A heading that took another's place, where the number of columns stayed, is that one renamed. */
function compare(last: ReadonlyMap<string, Heading>, now: ReadonlyMap<string, Heading>): HeadingChanges {
  const renamed: [Heading, Heading][] = [];
  const added: Heading[] = [];
  const removed = new Map([...last].filter(([field]) => !now.has(field)));
  for (const [field, heading] of now) {
    const same = last.get(field);
    if (same) {
      if (normalised(same) !== normalised(heading)) renamed.push([same, heading]);
      continue;
    }
    const [key, was] = [...removed].find(([, { column }]) => column !== undefined && column === heading.column) ?? [];
    if (key === undefined || !was || last.size !== now.size) added.push(heading);
    else {
      removed.delete(key);
      renamed.push([was, heading]);
    }
  }
  return { renamed, added, removed: [...removed.values()] };
}

/** Headings of each resource by field; those of columns that the form does not know by their words. Columns of years move on. */
function headingsByResource(tables: readonly EvaluationTable[]): Map<string, Map<string, Heading>> {
  const resources = new Map<string, Map<string, Heading>>();
  for (const { resource, columns, labels } of tables) {
    let headings = resources.get(resource);
    if (!headings) resources.set(resource, (headings = new Map<string, Heading>()));
    const add = (field: string, heading: Heading) => {
      if (!headings.has(field)) headings.set(field, heading);
    };
    for (const { field, period, heading, left } of columns) {
      if (period !== undefined || !heading || heading.text.trim() === "") continue;
      const known = { text: heading, column: left };
      add(field ?? `\n${normalised(known)}`, known);
    }
    for (const [field, text] of Object.entries(labels)) add(field, { text, column: undefined });
  }
  return resources;
}

/** Without what moves on from year to year: 令和5年度, 平成30年度末, 第2期, R5. */
function normalised({ text }: Heading): string {
  return foldText(text.text)
    .replace(FISCAL_YEARS, "年度")
    .replace(/(?:令和|平成|[rh])(?:元|\d{1,2})年?/gu, "年")
    .replace(/第\d+期/gu, "第期");
}

function quoted({ text }: Heading): string {
  return `「${oneLine(text.text)}」`;
}
