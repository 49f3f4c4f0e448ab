const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global expression, as `String.matchAll` finds them. That copies the expression for every text, which
 * costs more than most searches where nothing is found; and in most cells nothing is found.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`${pattern.source} finds one match only`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}
