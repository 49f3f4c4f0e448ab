/** One line of a text as it is laid out: its item marker, if it has one, and the rest. */
export interface TextLine {
  /** `①`, `●`, `・`, `- ①` … or empty. The spaces that follow a marker belong to it. */
  readonly marker: string;
  readonly text: string;
}

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const LEADING_MARKER = new RegExp(`^(?:- *)?(?:[${CIRCLED}][ 　]?|[●○◎■□◆◇・][ 　]?|[-–] +)`, "u");
/** 利用者数:243人, 婦人相談 1,213件, 家庭相談員業務連絡会 年6回開催: a label, a quantity and its unit. */
const LABELLED_QUANTITY =
  /^[（(]?[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}].*[0-9０-９][0-9０-９,，.．]*(?:\p{L}+|[%％])[）)]?$/u;
const QUANTITY_LENGTH = 40;
/** 「上記①の」: words that point at an item of another place. */
const REFERENCE_BEFORE = /(?:上記|前記|下記|左記|右記|前述|同|の|及び|および|又は|または|や|と|～|〜)$/u;
/** 「①及び②」「①の」「①～③」: an item does not begin with a particle or a joint. */
const REFERENCE_AFTER = /^(?:[のをとはがや、，,・～〜~)）」』]|及び|および|又は|または)/u;

/**
 * Nothing to cut and no marker: no line break, no circled number, and no space or no digit, of which a row of quantities
 * has both. Most texts are such, and need no closer look.
 */
const PLAIN = new RegExp(`^(?![●○◎■□◆◇・\\-–\\s])(?:[^\\r\\n 　${CIRCLED}]*|[^\\r\\n0-9０-９${CIRCLED}]*)$`, "u");

/**
 * Cuts a cell's text into the lines that a reader needs: at its own line breaks, before circled numbers that count up
 * from ① and before bullets of a text that begins with one, and between quantities separated by spaces
 * (「利用者数:243人 高校進学率:98%」). Not one character is added or lost but the white space at a cut.
 */
export function itemise(text: string): TextLine[] {
  if (PLAIN.test(text)) return [{ marker: "", text }];
  const lines = text
    .split(/\r\n|\r|\n/u)
    .flatMap((line) => splitQuantities(line))
    .flatMap((line) => splitBullets(line));
  return splitCircled(lines).map((line) => {
    const marker = LEADING_MARKER.exec(line)?.[0] ?? "";
    return { marker, text: line.slice(marker.length) };
  });
}

/** Cuts before ①, ②, ③ … as long as they come in order; a number out of order is a reference inside a sentence. */
function splitCircled(lines: readonly string[]): string[] {
  const parts: string[] = [];
  let next = 1;
  lines.forEach((line, index) => {
    let start = 0;
    for (let i = 0; i < line.length; i++) {
      const number = CIRCLED.indexOf(line[i]!) + 1;
      if (number === 0) continue;
      const isAtStart = /^(?:[-–] *)?$/u.test(line.slice(start, i).trim());
      if (!isAtStart) {
        // A list has a second item; a lone ① inside a sentence is none.
        const begins = number > 1 || hasNext(lines, index, i);
        if (number !== next || !begins || isReference(line, start, i)) continue;
        parts.push(line.slice(start, i).trimEnd());
        start = i;
      }
      next = number + 1;
    }
    parts.push(line.slice(start));
  });
  return parts;
}

function hasNext(lines: readonly string[], index: number, at: number): boolean {
  return lines.some((line, i) => i >= index && line.includes(CIRCLED[1]!, i === index ? at : 0));
}

function isReference(line: string, start: number, at: number): boolean {
  return REFERENCE_BEFORE.test(line.slice(Math.max(start, at - 4), at)) || REFERENCE_AFTER.test(line.slice(at + 1));
}

/** 「●…●…」 and 「・… ・…」: a line that begins with a bullet has its other bullets at line starts too. */
function splitBullets(line: string): string[] {
  const bullet = /^\s*([●○◎■□◆◇])(?!\1)/u.exec(line)?.[1];
  // 「○○小学校」: two in a row stand for a name.
  if (bullet !== undefined) {
    const cut = new RegExp(`(?<!${bullet})(?=${bullet}(?!${bullet}))`, "u");
    return line.split(cut).map((part) => part.trimEnd());
  }
  if (/^\s*・/u.test(line)) return line.split(/[ 　]+(?=・)/u);
  return [line];
}

function splitQuantities(line: string): string[] {
  const parts = line.trim().split(/[ 　]+/u);
  if (parts.length < 2) return [line];
  // 「家庭児童 3,732件」: a label and its quantity may themselves be parted by a space.
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && !isLabelledQuantity(before)) {
      // Whatever follows, this line is no list: a long text need not be tried word by word.
      if (before.length > QUANTITY_LENGTH) return [line];
      joined[joined.length - 1] = `${before} ${part}`;
    } else joined.push(part);
  }
  return joined.length >= 2 && joined.every(isLabelledQuantity) ? joined : [line];
}

function isLabelledQuantity(text: string): boolean {
  return text.length <= QUANTITY_LENGTH && LABELLED_QUANTITY.test(text);
}
