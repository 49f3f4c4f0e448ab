/** Endings of names of bodies, plans and projects. */
export const NAME_ENDINGS =
  "部会 計画 協議会 委員会 会議 ガイド 制度 基金 プラン 手帳 講座 教室 条例 要綱 センター".split(" ");
/** Two names of two kanji and an ending. */
export const SHORTEST_NAME = 6;
const INSERTED = 2;

/**
 * The word of two letters that the longer of two names has in its middle and the shorter leaves out: 施設 of
 * 公園(施設)長寿命化計画. `undefined` for names that do not end alike, in a word of {@link NAME_ENDINGS}.
 */
export function insertedWords(short: string, long: string): string | undefined {
  if (short.length < SHORTEST_NAME || long.length !== short.length + INSERTED) return undefined;
  if (short.slice(-3) !== long.slice(-3) || !NAME_ENDINGS.some((ending) => short.endsWith(ending))) return undefined;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  const rest = long.slice(head, head + INSERTED);
  return head >= 2 && long.slice(head + INSERTED) === short.slice(head) ? rest : undefined;
}
