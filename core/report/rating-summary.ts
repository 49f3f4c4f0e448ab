import type { FormDefinition } from "../form/form-definition.ts";
import { foldText } from "../text/fold.ts";
import type { EvaluationDocument } from "../table/evaluation-document.ts";
import { departmentsByRecord, fieldValues } from "../validation/field-value.ts";

/** How often each grade was given, by department. */
export interface RatingSummary {
  /** Title of the form and of the field: 進捗状況・評価. */
  readonly form: string;
  readonly field: string;
  /** Grades in the order of their scale, then other texts as they first occur; blanks last as 「（空欄）」. */
  readonly grades: readonly string[];
  readonly rows: readonly RatingRow[];
  readonly total: RatingRow;
}

export interface RatingRow {
  readonly department: string;
  /** As many as there are grades. */
  readonly counts: readonly number[];
  readonly sum: number;
}

export interface RatedDocument {
  readonly form: FormDefinition;
  readonly document: EvaluationDocument;
}

const BLANK = "（空欄）";
const NO_DEPARTMENT = "（担当課の記載なし）";

interface Tally {
  readonly form: string;
  readonly field: string;
  readonly grades: Map<string, string>;
  readonly departments: Map<string, Map<string, number>>;
}

/**
 * Counts the grades of documents: one summary for each field of a rating, departments in the order in which they first
 * occur. Years to come are left out. A grade counts as the scale spells it, whatever its width in the cell.
 */
export function ratingSummaries(documents: readonly RatedDocument[]): RatingSummary[] {
  const tallies = new Map<string, Tally>();
  for (const { form, document } of documents) {
    const departments = departmentsByRecord(document, form);
    for (const { kind, field, key, text, isBlank, isFuture, inherited } of fieldValues(document, form)) {
      if (kind !== "rating" || isFuture || inherited) continue;
      const id = JSON.stringify([form.name, field.name]);
      let tally = tallies.get(id);
      if (!tally) {
        const grades = new Map((field.constraints?.enum ?? []).map((grade) => [foldText(grade), grade]));
        tallies.set(id, (tally = { form: form.title, field: field.title, grades, departments: new Map() }));
      }
      const grade = isBlank ? BLANK : foldText(text);
      if (!isBlank && !tally.grades.has(grade)) tally.grades.set(grade, text.trim());
      const department = departments.get(key) ?? NO_DEPARTMENT;
      const counts = tally.departments.get(department) ?? new Map<string, number>();
      tally.departments.set(department, counts.set(grade, (counts.get(grade) ?? 0) + 1));
    }
  }
  return [...tallies.values()].map(summary);
}

function summary({ form, field, grades, departments }: Tally): RatingSummary {
  const hasBlanks = [...departments.values()].some((counts) => counts.has(BLANK));
  const keys = [...grades.keys(), ...(hasBlanks ? [BLANK] : [])];
  const rows = [...departments].map(([department, found]): RatingRow => {
    const counts = keys.map((key) => found.get(key) ?? 0);
    return { department, counts, sum: counts.reduce((sum, count) => sum + count, 0) };
  });
  return {
    form,
    field,
    grades: [...grades.values(), ...(hasBlanks ? [BLANK] : [])],
    rows,
    total: {
      department: "計",
      counts: keys.map((_, i) => rows.reduce((sum, { counts }) => sum + counts[i]!, 0)),
      sum: rows.reduce((sum, row) => sum + row.sum, 0),
    },
  };
}
