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

/**
 * Cuts a cell's text into the lines that a reader needs: at its own line breaks, before circled numbers that count up
 * from ① and before bullets of a text that begins with one, and between quantities separated by spaces
 * (「利用者数:243人 高校進学率:98%」). Not one character is added or lost but the white space at a cut.
 */
export function itemise(text: string): TextLine[] {
  return text
    .split(/\r\n|\r|\n/u)
    .flatMap((line) => splitQuantities(line))
    .flatMap((line) => splitBullets(line))
    .reduce<{ lines: string[]; next: number }>(splitCircled, { lines: [], next: 1 })
    .lines.map((line) => {
      const marker = LEADING_MARKER.exec(line)?.[0] ?? "";
      return { marker, text: line.slice(marker.length) };
    });
}

/** Cuts before ①, ②, ③ … as long as they come in order; a number out of order is a reference inside a sentence. */
function splitCircled(state: { lines: string[]; next: number }, line: string): { lines: string[]; next: number } {
  let { next } = state;
  const lines = [...state.lines];
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    const number = CIRCLED.indexOf(line[i]!) + 1;
    if (number === 0) continue;
    const atStart = /^(?:[-–] *)?$/u.test(line.slice(start, i).trim());
    if (number === next || (number === 1 && atStart)) {
      if (!atStart) {
        lines.push(line.slice(start, i).trimEnd());
        start = i;
      }
      next = number + 1;
    } else if (atStart) next = number + 1;
  }
  lines.push(line.slice(start));
  return { lines, next };
}

/** 「●…●…」 and 「・… ・…」: a line that begins with a bullet has its other bullets at line starts too. */
function splitBullets(line: string): string[] {
  const bullet = /^[●○◎■□◆◇]/u.exec(line.trimStart())?.[0];
  if (bullet !== undefined) return line.split(new RegExp(`(?=${bullet})`, "u")).map((part) => part.trimEnd());
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
    if (before !== undefined && !LABELLED_QUANTITY.test(before)) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  const isList = joined.length >= 2 && joined.every((part) => LABELLED_QUANTITY.test(part) && part.length <= 40);
  return isList ? joined : [line];
}
