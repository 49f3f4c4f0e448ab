import { findFiscalYears } from "../../text/fiscal-year.ts";
import { defineRule } from "../rule.ts";
import { placeOn, standardSheets, STRUCTURING_REMEDY } from "../standard-sheets.ts";

export const yearWithoutGregorian = defineRule({
  meta: {
    id: "year-without-gregorian",
    category: "machine-readability",
    title: "年度が和暦だけで書かれている",
    description: "和暦だけの年度は、改元をまたぐ並べ替えや集計ができません。データでは西暦を併せて示します。",
    severity: "info",
    standard: "L3-05",
    example: { wrong: "令和3年度", right: "令和3（2021）年度、または西暦の列" },
    remedy: STRUCTURING_REMEDY,
    messages: {
      era: (d: { text: string; gregorian: number }) =>
        `見出し「${d.text}」の年度が和暦だけです。西暦（${d.gregorian}）を併せて示してください。`,
    },
  },

  check(context, report) {
    for (const { sheet, regions } of standardSheets(context)) {
      const heading = regions
        .flatMap(({ isTable, headings }) => (isTable ? headings : []))
        .find(({ cell }) => isEraOnly(cell?.text ?? ""));
      if (!heading?.cell) continue;
      const { text, row, column } = heading.cell;
      const gregorian = findFiscalYears(text)[0]?.gregorian ?? 0;
      report({
        messageId: "era",
        data: { text: text.trim().replaceAll(/\s+/gu, " "), gregorian },
        at: placeOn(sheet, row, column),
      });
    }
  },
});

function isEraOnly(text: string): boolean {
  return findFiscalYears(text).length > 0 && !/[0-9０-９]{4}/u.test(text);
}
