import type { EvaluationDocument, EvaluationTable, TextPart } from "../table/evaluation-document.ts";

/** A table with its number in the document and the headings that stand above it, by level. */
export interface PlacedTable {
  readonly number: number;
  readonly table: EvaluationTable;
  readonly sections: ReadonlyMap<number, TextPart>;
}

/** Numbers the tables of a document and finds the headings above each. */
export function documentWalk({ parts }: EvaluationDocument): PlacedTable[] {
  const placed: PlacedTable[] = [];
  let sections: ReadonlyMap<number, TextPart> = new Map();
  for (const part of parts) {
    if (part.kind === "table") placed.push({ number: placed.length + 1, table: part.table, sections });
    else if (part.level > 0) sections = enterSection(sections, part);
  }
  return placed;
}

/** A heading ends those of its own level and below. */
export function enterSection(sections: ReadonlyMap<number, TextPart>, heading: TextPart): Map<number, TextPart> {
  return new Map([...[...sections].filter(([level]) => level < heading.level), [heading.level, heading]]);
}
