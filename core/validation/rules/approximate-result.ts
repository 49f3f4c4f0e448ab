import { allMatches } from "../../text/all-matches.ts";
import { finishedResults } from "../record-cells.ts";
import { defineRule } from "../rule.ts";

/** People and things that are counted one by one: 約45名. Lengths, times, money and round ten-thousands are estimated. */
const APPROXIMATE =
  /(?:約|およそ|おおよそ|凡そ)\s?([0-9０-９][0-9０-９,，]*)\s?(?:名|人|件|組|世帯|団体|冊|部|枚|回|台|基|戸|か所|箇所)(?!時|間|分|に1|に１|当たり|あたり|規模|収容)|(?:^|[^第0-9０-９,，.])([0-9０-９][0-9０-９,，]*)\s?(?:名|人|件|組|世帯|団体)(?:程度|ほど|前後|余り|余)(?!の(?:規模|定員))/gu;

/** An estimate where a count should stand. */
export const approximateResult = defineRule({
  meta: {
    id: "approximate-result",
    category: "meaning",
    title: "実績が概数で書かれている",
    description:
      "参加者や配布部数のように数えられるものが「約45名」では、目標や昨年度と比べるときの根拠になりません。祭りの人出のように数えられないものもあるため、情報として知らせます。",
    scope: "record",
    severity: "info",
    example: { wrong: "年11回開催 参加実数 約45名", right: "年11回開催 参加実数 45名" },
    remedy: "名簿や記録にある数を書きます。数えていないときは、概数である理由（会場の推計など）を添えます。",
    options: {
      maximum: { default: 1000, description: "これ以上の数は、推計とみなして知らせません。" },
    },
    messages: {
      approximate: (d: { words: string }) =>
        `実績が「${d.words}」と概数です。数えた数があれば、その数を書いてください。`,
    },
  },

  check({ written, options }, report) {
    for (const value of finishedResults(written("result"))) {
      for (const match of allMatches(value.text, APPROXIMATE)) {
        const [whole, first, second = ""] = match;
        if (Number((first ?? second).normalize("NFKC").replaceAll(",", "")) >= options.maximum) continue;
        const lead = first === undefined ? whole.search(/[0-9０-９]/u) : 0;
        const words = whole.slice(lead);
        const start = match.index + lead;
        report({ messageId: "approximate", data: { words }, at: value, span: { start, end: start + words.length } });
      }
    }
  },
});
