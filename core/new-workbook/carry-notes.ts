import { documentTables, type EvaluationDocument } from "../table/evaluation-document.ts";
import { fiscalYearLabel } from "../text/fiscal-year.ts";

/** What a person has to look at again in a workbook that was carried over, a sentence or two each. */
export function carryNotes(last: EvaluationDocument, next: EvaluationDocument): string[] {
  const from = last.fiscalYear === undefined ? "前の年度" : fiscalYearLabel(last.fiscalYear);
  return [
    `${from}のブックから、名前・番号・担当・計画などを引き継ぎました。実績・評価・今後の取り組みなどの欄は空けてあります。`,
    ...movedHeadings(last, next).map(
      ([before, after]) => `「${before}」を「${after}」に改めましたが、値は${from}のままです。見直してください。`,
    ),
    ...(hasMovedPeriods(last, next)
      ? ["年度別の欄は、年度を送りました。同じ年度の値は引き継ぎ、新しい年度の欄は空けてあります。"]
      : []),
  ];
}

/** Headings of one year whose values were carried under the next. */
function movedHeadings(last: EvaluationDocument, next: EvaluationDocument): [string, string][] {
  const before = documentTables(last);
  const moved = new Map<string, string>();
  documentTables(next).forEach((table, t) => {
    table.columns.forEach(({ field, period, heading }, c) => {
      const old = before[t]?.columns[c]?.heading;
      if (field === undefined || period !== undefined || !heading || !old || heading.text === old.text) return;
      const isCarried = table.records.some(({ kind, values }) => kind === "record" && values[field]?.text);
      if (isCarried) moved.set(oneLine(old.text), oneLine(heading.text));
    });
  });
  return [...moved];
}

function hasMovedPeriods(last: EvaluationDocument, next: EvaluationDocument): boolean {
  const before = documentTables(last);
  return documentTables(next).some(({ periods }, t) =>
    periods.some(({ label }, i) => label.text !== before[t]?.periods[i]?.label.text),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, "");
}
