import { copyOf } from "../cell-reading.ts";
import { cellSimilarity, copiedStretch, isMostlyName, opening, percent } from "../copied-text.ts";
import { cellsByRecord, finishedResults, isSameYear, readable } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** 引き続き…を行う: the outlook says openly that the same goes on. */
const CONTINUED = /引き?続き|引続き|継続|同様/u;

/** Result and outlook of one record in the same words. */
export const resultCopiedFromOutlook = defineRule({
  meta: {
    id: "result-copied-from-outlook",
    category: "meaning",
    title: "実績と今後の取り組みの文がほぼ同じ",
    description:
      "実績と今後の取り組みが語尾しか違わないと、何を行い、これから何を変えるのかが読み手に伝わりません。一方を写して語尾だけ直したものと思われます。「引き続き」と断っているものは情報にとどめます。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "実施状況: …に配慮した子育て支援を行った。／ 今後の取り組み: …に配慮した子育て支援を行う。",
      right: "実施状況: 育児相談を48回行い、延べ312人が利用した。／ 今後の取り組み: 相談日を土曜日にも広げる。",
    },
    remedy: "実績には行った回数や人数などの結果を、今後の取り組みには変えること、続けることとその理由を書きます。",
    options: {
      similarity: { default: 0.85, description: "欄の全体がこの割合以上同じとき警告します（0～1）。" },
      run: { default: 30, description: "この文字数以上の同じ文言があるとき情報として知らせます。" },
      minLength: { default: 20, description: "これより短い文は比べません（文字数）。" },
    },
    messages: {
      similar: (d: { percent: number; outlook: string }) =>
        `実績が「${d.outlook}」の欄の文と ${d.percent} % 同じです。行った結果を具体的に書いてください。`,
      shared: (d: { words: string; length: number; result: string }) =>
        `「${d.words}」の ${d.length} 文字が「${d.result}」の欄と同じです。これから行うことを書いているか確かめてください。`,
    },
  },

  check({ values, written, options }, report) {
    const results = new Set(finishedResults(written("result")));
    for (const cells of cellsByRecord(readable(values, "result", "outlook", "name", "heading")).values()) {
      const outlooks = cells.filter(({ kind, inherited }) => kind === "outlook" && !inherited);
      if (outlooks.length === 0) continue;
      const names = cells.filter(({ kind }) => kind === "name" || kind === "heading");
      for (const result of cells) {
        if (!results.has(result) || copyOf(result).length < options.minLength) continue;
        for (const outlook of outlooks) {
          if (!isSameYear(result, outlook) || copyOf(outlook).length < options.minLength) continue;
          const goesOn = CONTINUED.test(outlook.text);
          const similarity = cellSimilarity(result, outlook, options.similarity);
          if (similarity !== undefined) {
            const data = { percent: percent(similarity), outlook: outlook.field.title };
            report({ messageId: "similar", data, at: result, ...(goesOn ? { severity: "info" } : {}) });
            continue;
          }
          const stretch = goesOn ? undefined : copiedStretch(outlook, result, options.run);
          if (!stretch || isMostlyName(stretch.words, names)) continue;
          const data = { words: opening(stretch.words), length: stretch.length, result: result.field.title };
          report({ messageId: "shared", data, at: outlook, span: stretch.span, severity: "info" });
        }
      }
    }
  },
});
