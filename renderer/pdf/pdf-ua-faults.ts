import { inflateSync } from "node:zlib";
import { referenceOf } from "./pdf-reference.ts";
import { unknownStructure } from "./pdf-trailer.ts";
import type { ChromiumPdf, PdfObject } from "./read-pdf.ts";

/**
 * What keeps a report from PDF/UA-1 (ISO 14289-1), as far as a program can tell and a template decides: the order of
 * headings, tables whose rows are uneven or whose cells have no heading, pictures without a description, lists, links,
 * fonts, layers. The other clauses hold for whatever Chromium prints and `finishPdf` finishes.
 *
 * What only a person can judge is not looked at: whether a description says what a picture shows, whether colours alone carry meaning.
 * @param pdf as `markArtifacts` left it.
 * @returns Japanese sentences; each fault once.
 * @throws UserError `print-failed` when the file is not as Chromium writes it.
 */
export function pdfUaFaults(pdf: ChromiumPdf): string[] {
  const faults = new Set<string>();
  const headOf = (number: number | undefined): string => {
    const object = number === undefined ? undefined : pdf.objects.get(number);
    if (!object) throw unknownStructure();
    return object.head;
  };
  const root = elementTree(headOf(referenceOf(headOf(pdf.root), "StructTreeRoot")), headOf);
  const all = elements(root);
  headingFaults(all, faults);
  for (const element of all) elementFaults(element, faults);
  for (const object of pdf.objects.values()) objectFaults(object, pdf, faults);
  return [...faults];
}

/** An element of the tags. */
interface TagElement {
  readonly type: string;
  readonly head: string;
  readonly children: readonly TagElement[];
}

/** What stands in brackets of its own is a piece of a page or a link, no element. */
const ELEMENT_MEMBER = /<<[^>]*>>|(\d+) 0 R/gu;

function elementTree(head: string, headOf: (number: number) => string): TagElement {
  const children: TagElement[] = [];
  const kids = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/u.exec(head);
  for (const [, number] of (kids?.[1] ?? kids?.[2] ?? "").matchAll(ELEMENT_MEMBER))
    if (number !== undefined) children.push(elementTree(headOf(Number(number)), headOf));
  return { type: /\/S \/(\w+)/u.exec(head)?.[1] ?? "", head, children };
}

/** An element and all below it, in the order in which they are read. */
function elements(element: TagElement, found: TagElement[] = []): TagElement[] {
  found.push(element);
  for (const child of element.children) elements(child, found);
  return found;
}

function headingFaults(all: readonly TagElement[], faults: Set<string>): void {
  let before = 0;
  for (const { type } of all) {
    const level = Number(/^H(\d)$/u.exec(type)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1)
      faults.add(
        before === 0
          ? `最初の見出しが h${level} です。h1 から始めてください。`
          : `見出し h${before} の次が h${level} です。段階を飛ばさないでください。`,
      );
    before = level;
  }
}

/** What may stand in an element, and in which elements it may stand. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TFoot: ["TR"],
  TR: ["TH", "TD"],
  L: ["LI", "L", "Caption"],
  LI: ["Lbl", "LBody"],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  LI: ["L"],
};
const NEEDS_DESCRIPTION: Readonly<Record<string, string>> = { Figure: "図", Formula: "数式", Form: "入力欄" };

function elementFaults(element: TagElement, faults: Set<string>): void {
  const { type, head, children } = element;
  for (const { type: child } of children) {
    const misplaced = CONTENT[type] !== undefined && !CONTENT[type].includes(child);
    if (misplaced || (PARENTS[child] !== undefined && !PARENTS[child].includes(type)))
      faults.add(`${type} の中に ${child} があります。表や箇条書きの要素の入れ子を直してください。`);
  }
  if (NEEDS_DESCRIPTION[type] !== undefined && !/\/Alt (?:\([^)]|<(?!FEFF>|>))/u.test(head))
    faults.add(`${NEEDS_DESCRIPTION[type]}に説明（alt や aria-label）がありません。`);
  if (type === "Table") tableFaults(element, faults);
}

function tableFaults(table: TagElement, faults: Set<string>): void {
  const rows = elements(table)
    .filter(({ type }) => type === "TR")
    .map(({ children }) => children);
  const cells = rows.flat();
  const headings = new Set(cells.flatMap(({ type, head }) => (type === "TH" ? (idOf(head) ?? []) : [])));
  for (const { type, head } of cells) {
    if (type !== "TD") continue;
    const named = /\/Headers \[([^\]]*)\]/u.exec(head)?.[1]?.match(/\([^)]*\)/gu) ?? [];
    if (named.length === 0 || named.some((name) => !headings.has(name)))
      faults.add("表に、見出し（th）のない列や行のセルがあります。");
  }
  if (!isEven(rows)) faults.add("表の行によって、列の数が違います。");
}

function idOf(head: string): string | undefined {
  return /\/ID (\([^)]*\))/u.exec(head)?.[1];
}

/** Whether all rows fill the same columns, spans counted, and no cell meets another. */
function isEven(rows: readonly (readonly TagElement[])[]): boolean {
  const widths = rows.map(() => 0);
  for (const [i, row] of rows.entries()) {
    for (const { head } of row) {
      const down = Number(/\/RowSpan (\d+)/u.exec(head)?.[1] ?? 1);
      if (i + down > rows.length) return false;
      for (let below = 0; below < down; below++) widths[i + below]! += Number(/\/ColSpan (\d+)/u.exec(head)?.[1] ?? 1);
    }
  }
  return widths.every((width) => width === widths[0]);
}

function objectFaults({ head, stream }: PdfObject, pdf: ChromiumPdf, faults: Set<string>): void {
  if (head.includes("/Subtype /Link") && !/\/StructParent \d/u.test(head))
    faults.add("タグの付いていないリンクがあります。");
  // Its content may be tagged or not; nothing tells how Chromium put it together.
  if (stream && head.includes("/Subtype /Form"))
    faults.add("透明（opacity など）を使った部分があり、タグを確かめられません。");
  if (!head.startsWith("<</Type /Font\n") || head.includes("/Subtype /CIDFont")) return;
  const map = pdf.objects.get(referenceOf(head, "ToUnicode") ?? -1);
  if (!map?.stream) faults.add("文字に戻せない書体があります。");
  else if (/> <(?:0000|FEFF|FFFE)>/iu.test(textOf(map.stream))) faults.add("読み上げられない文字があります。");
}

/** A compressed stream, from the keyword `stream` to `endstream`. */
function textOf(stream: Buffer): string {
  return inflateSync(stream.subarray("stream\n".length, -"\nendstream".length)).toString("latin1");
}
