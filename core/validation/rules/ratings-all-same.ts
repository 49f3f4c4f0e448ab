import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";

/** A rating that says the same of every record. */
export const ratingsAllSame = defineRule({
  meta: {
    id: "ratings-all-same",
    category: "meaning",
    title: "すべての行の評価が同じ",
    description:
      "すべての事業の評価が同じでは、どの事業を続け、どの事業を見直すのかを評価から読み取れません。評価の基準が細かさを欠いているか、確かめずに同じ評価を入れているおそれがあります。",
    severity: "info",
    example: { wrong: "達成状況: 3、3、3、3、3、3、3、3", right: "達成状況: 3、2、3、4、3、3、2、3" },
    remedy: "評価の基準に照らして一件ずつ確かめます。確かめたうえで同じなら、確認済みとして理由を残します。",
    options: { minRows: { default: 8, description: "この行数以上の表を調べます。" } },
    messages: {
      same: (d: { title: string; count: number; rating: string }) =>
        `「${d.title}」が ${d.count} 件すべて「${d.rating}」です。一件ずつ評価されているか確かめてください。`,
    },
  },

  check({ written, options }, report) {
    const ratings = written("rating").filter(({ record }) => record.kind === "record");
    for (const ofTable of Map.groupBy(ratings, ({ table }) => table).values()) {
      for (const column of Map.groupBy(ofTable, columnOf).values()) {
        const [first] = column;
        const unselected = first!.field.unselected ?? [];
        const grades = new Set(column.map(({ text }) => text.trim()));
        const [rating = ""] = grades;
        if (column.length < options.minRows || grades.size !== 1 || unselected.includes(rating)) continue;
        report({ messageId: "same", data: { title: first!.field.title, count: column.length, rating }, at: first! });
      }
    }
  },
});

function columnOf({ field, period }: FieldValue): string {
  return `${field.name}@${period?.label.text ?? ""}`;
}
