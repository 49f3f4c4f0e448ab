import { deflateSync, inflateSync } from "node:zlib";
import { referenceOf, requiredReference } from "./pdf-reference.ts";
import { unknownStructure } from "./pdf-trailer.ts";
import type { ChromiumPdf, PdfObject } from "./read-pdf.ts";

/** The quickest: a third less time than level 4, for two per cent more bytes. */
const COMPRESSION = { level: 1 };

/** What begins a tagged piece of a page, with tag and number, and what ends it. Each stands on a line of its own. */
const MARKS = /^(?:\/(\S+) <<\/MCID (\d+) ?>>BDC|\/.* BDC|EMC)$/gmu;
/** Operators that show something: text, pictures, and what paints lines and areas. */
const SHOWS_CONTENT = /(?: (?:Tj|TJ|Do)|^BI)$/mu;
const PAINTS = /(?:(?: |^)(?:S|s|f|F|f\*|B|B\*|b|b\*|BI)| (?:Tj|TJ|Do|sh))$/mu;
/** A picture consists of lines and areas. */
const PICTURES: readonly string[] = ["Figure", "Formula"];
const CELLS: readonly string[] = ["TH", "TD"];

/** What changes in a file whose artifacts are marked. */
export interface MarkedArtifacts {
  /** The file with tags for its content alone; its pages are as they were. */
  readonly marked: ChromiumPdf;
  /** Notation of objects, by number, each as long as it was: what is taken out of the tags becomes white space. */
  readonly heads: ReadonlyMap<number, string>;
  /** New contents of pages, by object number: dictionary and stream. */
  readonly contents: ReadonlyMap<number, Buffer>;
}

/**
 * Marks what readers of a report need not hear as artifacts (ISO 32000-1, 14.8.2.2), which Chromium does not: page numbers and marks
 * in the margins, headings repeated after a page break, watermarks have no tag at all; backgrounds and borders are tagged
 * as if they were content of their cells. ISO 14289-1, 7.1 asks for either the one or the other.
 * @throws UserError `print-failed` when the file is not as Chromium writes it.
 */
export function markArtifacts(pdf: ChromiumPdf): MarkedArtifacts {
  const tags = new TagTree(pdf);
  const contents = new Map<number, Buffer>();
  for (const page of tags.pages) {
    const dictionary = tags.head(page);
    const number = referenceOf(dictionary, "Contents");
    const parents = /\/StructParents (\d+)/u.exec(dictionary);
    if (number === undefined) continue;
    const tagged = parents ? tags.taggedContent(page, Number(parents[1])) : undefined;
    const marked = markContent(contentOf(pdf.objects.get(number)), (mcid) => tagged?.release(mcid) ?? false);
    const packed = deflateSync(Buffer.from(marked, "latin1"), COMPRESSION);
    const head = Buffer.from(`<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`);
    contents.set(number, Buffer.concat([head, packed, Buffer.from("\nendstream")]));
  }
  const objects = new Map(pdf.objects);
  for (const [number, head] of tags.changed) objects.set(number, { ...objects.get(number), head });
  return { marked: { ...pdf, objects }, heads: tags.changed, contents };
}

/** Puts artifact marks around what is painted without a tag, and in place of tags around mere decoration. */
function markContent(content: string, release: (mcid: number) => boolean): string {
  let out = "";
  let open: RegExpExecArray | undefined;
  /** Marks within a tagged piece: letters that stand for other characters than they show. */
  let inner = 0;
  let from = 0;
  const close = (part: string) => {
    if (open) {
      const [mark, tag = "", mcid] = open;
      const isDecoration = !PICTURES.includes(tag) && !SHOWS_CONTENT.test(part) && release(Number(mcid));
      out += `${isDecoration ? "/Artifact BMC" : mark}${part}EMC\n`;
    } else out += PAINTS.test(part) ? `/Artifact BMC\n${part}EMC\n` : part;
  };
  for (const mark of content.matchAll(MARKS)) {
    const isEnd = mark[0] === "EMC";
    if (open && (!isEnd || inner > 0)) {
      inner += isEnd ? -1 : 1;
      continue;
    }
    close(content.slice(from, mark.index));
    open = isEnd ? undefined : mark;
    // The mark that begins a piece is written with its content; the line break after the one that ends it, too.
    from = mark.index + mark[0].length + (isEnd ? 1 : 0);
  }
  close(content.slice(from));
  return out;
}

function contentOf(object: PdfObject | undefined): string {
  if (!object?.stream || !object.head.includes("/Filter /FlateDecode")) throw unknownStructure();
  return inflateSync(object.stream.subarray("stream\n".length, -"\nendstream".length)).toString("latin1");
}

/** The tags of one page. */
interface TaggedContent {
  /** Takes a piece of content out of the tags; `false` when the tags do not hold it as expected. */
  release(mcid: number): boolean;
}

/** One member of a structure element: another element, a piece of the page, or an object with its page. */
const MEMBER = /<<[^>]*>>|\d+ 0 R|\d+/gu;
const MEMBERS = /\/K (?:\[([^\]]*)\]|\d+ 0 R|\d+)/u;

/** The tags of a printed file, out of which pieces can be taken. */
class TagTree {
  readonly pages: readonly number[];
  /** Notation of the objects out of which something was taken. */
  readonly changed = new Map<number, string>();
  readonly #pdf: ChromiumPdf;
  /** By key: the tags of a page or of a link. */
  readonly #parents: ReadonlyMap<number, number>;

  constructor(pdf: ChromiumPdf) {
    this.#pdf = pdf;
    const catalog = this.head(pdf.root);
    this.pages = this.#pagesBelow(requiredReference(catalog, "Pages"));
    this.#parents = this.#parentTree(referenceOf(catalog, "StructTreeRoot"));
  }

  head(number: number): string {
    const head = this.changed.get(number) ?? this.#pdf.objects.get(number)?.head;
    if (head === undefined) throw unknownStructure();
    return head;
  }

  taggedContent(page: number, key: number): TaggedContent | undefined {
    const list = this.#parents.get(key);
    if (list === undefined) return undefined;
    const owners = [...this.head(list).matchAll(/(\d+) 0 R|null/gu)];
    return {
      release: (mcid) => {
        const owner = owners[mcid];
        if (owner?.[1] === undefined) return false;
        const isMeant = (member: string, head: string) => isContent(member, mcid, page, head);
        if (!this.#removeMember(Number(owner[1]), isMeant)) return false;
        this.#blank(list, owner.index, owner[0].length, "null");
        return true;
      },
    };
  }

  #pagesBelow(number: number): number[] {
    const head = this.head(number);
    if (!head.includes("/Type /Pages")) return [number];
    const kids = /\/Kids \[([^\]]*)\]/u.exec(head)?.[1] ?? "";
    return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => this.#pagesBelow(Number(kid)));
  }

  #parentTree(root: number | undefined): Map<number, number> {
    if (root === undefined) return new Map();
    const head = this.head(root);
    const tree = referenceOf(head, "ParentTree");
    const numbers = /\/Nums \[([^\]]*)\]/u.exec(tree === undefined ? head : this.head(tree))?.[1] ?? "";
    return new Map([...numbers.matchAll(/(\d+) (\d+) 0 R/gu)].map(([, key, list]) => [Number(key), Number(list)]));
  }

  /** Takes a member out of a structure element; an element that then holds nothing leaves the tags too, unless a table needs it. */
  #removeMember(element: number, isMeant: (member: string, head: string) => boolean): boolean {
    const head = this.head(element);
    const kids = MEMBERS.exec(head);
    if (!kids) return false;
    const [whole, members] = kids;
    const found = [...(members ?? whole.slice("/K ".length)).matchAll(MEMBER)];
    const meant = found.filter(([member]) => isMeant(member, head));
    if (meant.length !== 1) return false;
    if (members === undefined) this.#blank(element, kids.index, whole.length);
    else this.#blank(element, kids.index + "/K [".length + meant[0]!.index, meant[0]![0].length);
    const parent = referenceOf(head, "P");
    const type = /\/S \/(\w+)/u.exec(head)?.[1] ?? "";
    if (found.length === 1 && parent !== undefined && !CELLS.includes(type))
      this.#removeMember(parent, (member) => member === `${element} 0 R`);
    return true;
  }

  #blank(number: number, index: number, length: number, text = ""): void {
    const head = this.head(number);
    this.changed.set(number, head.slice(0, index) + text.padEnd(length) + head.slice(index + length));
  }
}

/** @param head of the element whose member it is: its page is that of its members which name none. */
function isContent(member: string, mcid: number, page: number, head: string): boolean {
  if (!member.startsWith("<<")) return member === String(mcid) && referenceOf(head, "Pg") === page;
  return member.includes("/Type /MCR") && member.endsWith(`/MCID ${mcid}>>`) && referenceOf(member, "Pg") === page;
}
