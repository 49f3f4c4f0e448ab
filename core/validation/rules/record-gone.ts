import type { EvaluationTable, SourcedValue } from "../../table/evaluation-document.ts";
import type { FieldValue } from "../field-value.ts";
import { foldedKind, nameValue, oneLine } from "../record-identity.ts";
import { defineRule } from "../rule.ts";

/** A record of last year that this year's document no longer has. */
export const recordGone = defineRule({
  meta: {
    id: "record-gone",
    category: "previous-year",
    title: "昨年度の事業がない",
    description:
      "昨年度の文書にあった事業が今年度の文書にないときは、終了や統合の説明か、行の書き漏らしのどちらかです。",
    severity: "warning",
    standard: "L3-07",
    example: {
      wrong: "昨年度あった「高齢者見守り事業」の行が、説明なしになくなっている",
      right: "「高齢者見守り事業」の行を残し、「令和5年度で終了」と書く",
    },
    remedy: "書き漏らしであれば行を加えます。終了・統合・名称の変更であれば、その旨を注記します。",
    messages: {
      gone: (d: { name: string; department: string }) =>
        `昨年度の文書にあった「${d.name}」${d.department && `（${d.department}）`}が、今年度の文書にありません。書き漏らしか、終了・統合かを確かめてください。`,
    },
  },

  check({ previous, tables }, report) {
    if (!previous || previous.pairs.length === 0) return;
    const replaced = new Set(previous.replaced.map((one) => one.previous));
    const records = previous.pairs.length + previous.removed.length;
    // Where most of last year is gone, the document has been made anew: that is no slip.
    const severity = previous.pairs.length * 2 < records ? "info" : "warning";
    for (const record of previous.removed) {
      const name = nameValue(record);
      if (!name || name.field.kind === "text" || replaced.has(record)) continue;
      const place = headingPlace(tables, name);
      if (!place) continue;
      const department = oneLine(
        [...record.values.values()].find(({ kind, isBlank }) => kind === "organisation" && !isBlank)?.text ?? "",
      );
      // The department tells records of one name apart.
      const isShared = foldedKind(record, "organisation") !== "" && department.length <= 20;
      report({
        messageId: "gone",
        data: { name: oneLine(name.text), department: isShared ? department : "" },
        at: place,
        severity,
      });
    }
  },
});

/** What is not there has no cell: the heading of its column stands for it. */
function headingPlace(tables: readonly EvaluationTable[], { field, table }: FieldValue): SourcedValue | undefined {
  const own = tables.find(({ resource }) => resource === table.resource);
  if (!own) return undefined;
  const column = own.columns.find((one) => one.field === field.name);
  return column?.heading ?? own.labels[field.name] ?? own.records[0]?.values[field.name];
}
