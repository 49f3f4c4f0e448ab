import { rowsHidden } from "../../../../core/validation/rules/rows-hidden.ts";
import { testRule } from "../../../support/test-rule.ts";

testRule(rowsHidden, {
  valid: [
    {
      name: "隠れていない",
      grid: [
        ["name", "result"],
        ["公園の整備", "修繕した。"],
      ],
    },
    {
      name: "表の外の隠れた列",
      grid: [
        ["name", "result"],
        ["公園の整備", "修繕した。"],
      ],
      sheet: { hiddenColumns: [9], hiddenRows: [400] },
    },
  ],
  invalid: [
    {
      name: "行と列",
      grid: [
        ["name", "result"],
        ["公園の整備", "修繕した。"],
        ["図書館", "開館した。"],
      ],
      sheet: { hiddenRows: [3], hiddenColumns: [2] },
      diagnostics: [
        { messageId: "columns", at: "B1", message: "B 列が隠れています。表示して確かめてください。" },
        { messageId: "rows", at: "A3", message: "3 行目が隠れています。表示して確かめてください。" },
      ],
    },
    {
      name: "たくさんの行",
      grid: [["name"], ...[1, 2, 3, 4, 5, 6, 7].map((n): [string] => [`事業${n}`])],
      sheet: { hiddenRows: [2, 3, 4, 5, 6, 7] },
      diagnostics: [
        { messageId: "rows", at: "A2", message: "2、3、4、5、6 ほか 1 行目が隠れています。表示して確かめてください。" },
      ],
    },
  ],
});
