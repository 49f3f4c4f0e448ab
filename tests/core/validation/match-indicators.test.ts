import { expect, test } from "vitest";
import { findIndicators, type Indicator } from "../../../core/text/indicators.ts";
import { matchIndicators } from "../../../core/validation/match-indicators.ts";
import type { Alias } from "../../../core/validation/dictionaries.ts";

const shown = ({ label, value, unit }: Indicator) => `${label}${value}${unit}`;

function match(previous: string, current: string, aliases: readonly Alias[] = []) {
  const found = matchIndicators(findIndicators(previous), findIndicators(current), aliases);
  const pair = (one: (typeof found.pairs)[number]) => `${shown(one.previous)}→${shown(one.current)}`;
  return {
    pairs: found.pairs.map(pair),
    renamed: found.renamed.map(pair),
    gone: found.gone.map(shown),
    added: found.added.map(shown),
  };
}

const nothing = { pairs: [], renamed: [], gone: [], added: [] };

test.each([
  [
    "the same labels, differently written",
    "就業情報提供件数:45件",
    "就業情報提供 13件",
    { pairs: ["就業情報提供件数45件→就業情報提供13件"] },
  ],
  [
    "a label cut short",
    "「こどもの力を育てるために」年11回開催",
    "・こどもの力 年9回開催",
    { pairs: ["こどもの力を育てるために11回→こどもの力9回"] },
  ],
  ["another unit of the same sort", "法律相談 498人", "法律相談 512件", { pairs: ["法律相談498人→法律相談512件"] }],
  [
    "sessions are no participants",
    "家庭教育学級 15回",
    "家庭教育学級 394人",
    { gone: ["家庭教育学級15回"], added: ["家庭教育学級394人"] },
  ],
  [
    "participants of two things",
    "料理教室 3回 参加者 30人 運動教室 2回 参加者 20人",
    "運動教室 2回 参加者 25人 料理教室 4回 参加者 33人",
    { pairs: ["運動教室2回→運動教室2回", "参加者20人→参加者25人", "料理教室3回→料理教室4回", "参加者30人→参加者33人"] },
  ],
  ["figures that cannot be told apart", "交流会 3回 交流会 5回", "交流会 4回", nothing],
  [
    "another name, nearly as large",
    "婦人相談 1,213件",
    "女性相談 1,199件",
    { renamed: ["婦人相談1213件→女性相談1199件"] },
  ],
  [
    "another name, far from as large",
    "婦人相談 1,213件",
    "女性相談 199件",
    { gone: ["婦人相談1213件"], added: ["女性相談199件"] },
  ],
  ["nothing on either side", "", "", nothing],
])("%s", (_, previous, current, wanted) => {
  expect(match(previous, current)).toEqual({ ...nothing, ...wanted });
});

test("aliases", () => {
  const aliases = [{ names: ["女性相談", "婦人相談"], source: "女性支援新法" }];
  expect(match("婦人相談 1,213件", "女性相談 199件", aliases).pairs).toEqual(["婦人相談1213件→女性相談199件"]);
});
