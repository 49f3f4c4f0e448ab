import type { DocumentPart, TextPart } from "../table/evaluation-document.ts";
import { qualifiedCellName } from "../workbook/address.ts";
import { enterSection } from "./document-walk.ts";
import { withoutBlanks } from "./heading-rows.ts";
import { LAYOUT_ROLE_NAMES, ROLE_NAMES } from "./role-names.ts";
import type { StructuringContext } from "./structure-document.ts";
import { madeCell, structuredCell } from "./structured-cell.ts";
import type { StructuredCell, StructuredRow } from "./structured-workbook.ts";

/** Every text outside the tables, and the place of every table, in the order of the sheets. */
export function textRows({ document, form, plans }: StructuringContext): StructuredRow[] {
  let table = 0;
  return document.parts.map((part, i) => {
    const order = madeCell(i + 1);
    if (part.kind === "text") {
      return withoutBlanks({
        order,
        role: madeCell(ROLE_NAMES[part.role]),
        level: part.level > 0 ? madeCell(part.level) : undefined,
        text: structuredCell(part.text, "string"),
        sourceCell: madeCell(qualifiedCellName(part.text.cell)),
      });
    }
    const { layout, resource } = part.table;
    const title = plans.find(({ name }) => name === resource)?.title ?? form.title;
    return {
      order,
      role: madeCell(LAYOUT_ROLE_NAMES[layout]),
      text: madeCell(title),
      tableNumber: madeCell(++table),
    };
  });
}

interface Section {
  readonly headings: ReadonlyMap<number, TextPart>;
  readonly texts: TextPart[];
  readonly tables: number[];
}

/** One record for each heading that texts or tables stand below: heading, body, bullets, notes, 担当課. */
export function sectionRows({ document }: StructuringContext): StructuredRow[] {
  const sections = documentSections(document.parts);
  return sections.map(({ headings, texts, tables }, i) => {
    const joined = (role: TextPart["role"], shown: (text: string) => string = (text) => text.trim()) => {
      const lines = texts.filter((part) => part.role === role).map(({ text }) => shown(text.text));
      return lines.length === 0 ? undefined : madeCell(lines.join("\n"));
    };
    return withoutBlanks({
      sectionNumber: madeCell(i + 1),
      ...sectionCells(headings),
      paragraphs: joined("paragraph"),
      items: joined("item"),
      notes: joined("note"),
      organisation: joined("organisation", withoutLabel),
      tableNumbers: tables.length === 0 ? undefined : madeCell(tables.length === 1 ? tables[0]! : tables.join("、")),
    });
  });
}

function documentSections(parts: readonly DocumentPart[]): Section[] {
  const sections: Section[] = [];
  let open: Section | undefined;
  let table = 0;
  for (const part of parts) {
    if (part.kind === "table") {
      table++;
      open?.tables.push(table);
    } else if (part.level > 0) {
      open = { headings: enterSection(open?.headings ?? new Map<number, TextPart>(), part), texts: [], tables: [] };
      sections.push(open);
    } else open?.texts.push(part);
  }
  // A heading right above another only names the part that the other begins.
  return sections.filter(({ texts, tables }, i) => {
    const next = sections[i + 1];
    const deepest = Math.max(...sections[i]!.headings.keys());
    const isOnlyAbove = next?.headings.get(deepest) === sections[i]!.headings.get(deepest);
    return texts.length > 0 || tables.length > 0 || !isOnlyAbove;
  });
}

/** The headings above a record, one column a level. */
export function sectionCells(headings: ReadonlyMap<number, TextPart>): Record<string, StructuredCell> {
  return Object.fromEntries([...headings].map(([level, { text }]) => [`section${level}`, madeCell(text.text.trim())]));
}

/** 「事 業 実 施 課 : 福祉部 生活福祉課」 → 福祉部 生活福祉課 */
function withoutLabel(text: string): string {
  return text.replace(/^[^:：]{1,20}[:：]\s*/u, "").trim();
}
