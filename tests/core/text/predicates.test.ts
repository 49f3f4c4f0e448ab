import { expect, test } from "vitest";
import { sentenceStyle } from "../../../core/text/predicates.ts";

test.each([
  ["支援内容の充実を図ります。", "polite"],
  ["講座を開催しました", "polite"],
  ["令和3年度の新たな設置はありませんでした。", "polite"],
  ["情報を共有し、連携していく。", "plain"],
  ["利用につないだ。", "plain"],
  ["課題解決に取り組む", "plain"],
  ["取組が広がる。", "plain"],
  ["差が見られる", "plain"],
  ["残っていない。", "plain"],
  ["負担が大きい。", "plain"],
  ["立入調査を行った(11月)。", undefined],
  ["子育てグループの立上げを支援", undefined],
  ["情報の周知、ふれあい", undefined],
  ["多様な担い手による助け合い", undefined],
  ["参加延数127名", undefined],
  ["連携が引き続き必要。", undefined],
  ["", undefined],
] as const)("%s", (sentence, style) => {
  expect(sentenceStyle(sentence)).toBe(style);
});
