import { withDescription } from "./describe-links.ts";
import { hexText } from "./pdf-text.ts";
import { referenceOf, requiredReference } from "./pdf-reference.ts";
import { unknownStructure } from "./pdf-trailer.ts";
import { type ChromiumPdf, type PdfObject, readPdf } from "./read-pdf.ts";
import { writePdf } from "./write-pdf.ts";

/** A printed part of a booklet, as Chromium gave it. */
export interface PdfPart {
  readonly pdf: Uint8Array;
  /**
   * Entries of the outline above the part's own, outermost first; all lead to its first page. Equal beginnings are one entry. The
   * innermost takes the place of the part's own title where that is its only entry.
   */
  readonly outline: readonly string[];
}

/** A link to this address, followed by the number of a part from 0, becomes a link to that part's first page. */
export const PART_ADDRESS = "http://hyoka.invalid/part/";

/** The pages from the first of a part on bear numbers from 1, roman or decimal, or a text instead. */
export interface PageLabel {
  readonly part: number;
  readonly style: "roman" | "decimal" | { readonly text: string };
}

/**
 * Joins PDFs of Chromium into one and keeps their tags, outlines and links: pages of pdf-lib's `copyPages` and of most other
 * programs lose them. Each part becomes a `Part` of one `Document`; its numbers and names are shifted out of the way of the others.
 * The result has no author and no metadata of its own: `finishPdf` gives it both.
 * @param labels how viewers number the pages: from the first page of which part, in which manner.
 * @returns a PDF in the same notation as Chromium's: classic cross-reference table, one revision.
 * @throws UserError `print-failed` when a part is not as Chromium writes its files.
 */
export function joinPdfs(parts: readonly PdfPart[], labels: readonly PageLabel[] = []): Buffer {
  const out = new Map<number, PdfObject>();
  let next = 1;
  const take = () => next++;
  const frame = { catalog: take(), info: take(), pages: take(), tags: take(), document: take(), outline: take() };
  const shifts = { structParents: 0, nodes: 0 };
  const joined: JoinedPart[] = [];
  for (const { pdf, outline } of parts) {
    const shift = { ...shifts, objects: next - 1, part: joined.length };
    const part = shiftPart(readPdf(pdf), shift, outline.at(-1));
    next += part.size;
    shifts.structParents += part.structParents;
    shifts.nodes += part.nodes;
    joined.push(part);
  }
  for (const [index, part] of joined.entries()) {
    for (const [number, object] of part.objects) out.set(number, linked(object, joined));
    setHead(out, part.pages, (head) => head.replace(/>>$/u, `\n/Parent ${frame.pages} 0 R>>`));
    setHead(out, part.element, (head) =>
      head.replace(/\/S \/Document/u, "/S /Part").replace(/\/P \d+ 0 R/u, `/P ${frame.document} 0 R`),
    );
    for (const dropped of part.dropped) out.delete(dropped);
    if (index === 0) out.set(frame.info, part.info);
  }
  writeFrame(out, frame, joined, labels);
  const entries = outlineTree(parts.map(({ outline }, i) => ({ path: outline, part: joined[i]! })));
  writeOutline(out, frame.outline, entries, take);
  return writePdf(out, { size: next, root: frame.catalog, info: frame.info });
}

/** A part whose numbers no longer meet those of the others. */
interface JoinedPart {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly size: number;
  /** Innermost entry of the booklet's outline for it. */
  readonly title: string | undefined;
  readonly info: PdfObject;
  /** Root of the page tree, and how many pages it has. */
  readonly pages: number;
  readonly pageCount: number;
  readonly firstPage: number;
  /** The `Document` element of the tags. */
  readonly element: number;
  /** Pairs of the parent tree, and leaves of the tree of node names. */
  readonly parentTree: string;
  readonly nodeLeaves: readonly number[];
  readonly structParents: number;
  readonly nodes: number;
  /** Topmost entries of the part's outline. */
  readonly outline: readonly number[];
  /** Named places, as pairs. */
  readonly dests: string;
  /** Objects that the frame of the whole replaces. */
  readonly dropped: readonly number[];
}

interface Shifts {
  readonly objects: number;
  readonly structParents: number;
  readonly nodes: number;
  readonly part: number;
}

/** Strings are passed over: their text may look like a reference. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<[\da-fA-F\s]*>|\/Dest \/(\S+)|\/(StructParents?) (\d+)|\b(\d+) 0 R\b/gu;
const NODE_NAME = /^\(node(\d{8})\)$/u;

/** @param title the booklet's own entry for the part, where it has one. */
function shiftPart(pdf: ChromiumPdf, shifts: Shifts, title: string | undefined): JoinedPart {
  let structParents = 0;
  let nodes = 0;
  const shift = (head: string) =>
    head.replace(TOKEN, (token, dest?: string, key?: string, parents?: string, reference?: string) => {
      if (reference !== undefined) return `${Number(reference) + shifts.objects} 0 R`;
      if (dest !== undefined) return `/Dest /${destName(dest, shifts.part)}`;
      if (parents !== undefined) {
        structParents = Math.max(structParents, Number(parents) + 1);
        return `/${key!} ${Number(parents) + shifts.structParents}`;
      }
      const node = NODE_NAME.exec(token);
      return node ? nodeName(Number(node[1])) : token;
    });
  const nodeName = (number: number) => {
    nodes = Math.max(nodes, number);
    return `(node${String(number + shifts.nodes).padStart(8, "0")})`;
  };
  const objects = new Map<number, PdfObject>();
  for (const [number, { head, stream }] of pdf.objects)
    objects.set(number + shifts.objects, stream ? { head: shift(head), stream } : { head: shift(head) });

  const at = (number: number): string => {
    const object = objects.get(number);
    if (!object) throw unknownStructure();
    return object.head;
  };
  const catalog = pdf.root + shifts.objects;
  const pages = requiredReference(at(catalog), "Pages");
  const tags = requiredReference(at(catalog), "StructTreeRoot");
  const parentTree = requiredReference(at(tags), "ParentTree");
  const nodeTree = referenceOf(at(tags), "IDTree");
  const outline = referenceOf(at(catalog), "Outlines");
  const dests = referenceOf(at(catalog), "Dests");
  const numbers = /\/Nums \[([\s\S]*)\]/u.exec(at(parentTree))?.[1];
  if (numbers === undefined || at(parentTree).includes("/Kids")) throw unknownStructure();
  const names = leavesOf(nodeTree, at);
  const items = outline === undefined ? [] : childrenOf(outline, at);
  const ownTitle = title !== undefined && items.length === 1 ? items[0] : undefined;
  return {
    objects,
    size: pdf.size,
    title,
    info: { head: at(pdf.info + shifts.objects) },
    pages,
    pageCount: Number(/\/Count (\d+)/u.exec(at(pages))?.[1]),
    firstPage: firstPageOf(pages, at),
    element: requiredReference(at(tags), "K"),
    parentTree: numbers.replace(/(\d+) (\d+ 0 R)/gu, (_, key: string, value: string) => {
      structParents = Math.max(structParents, Number(key) + 1);
      return `${Number(key) + shifts.structParents} ${value}`;
    }),
    nodeLeaves: names,
    structParents,
    nodes,
    outline: ownTitle === undefined ? items : childrenOf(ownTitle, at),
    dests: dests === undefined ? "" : destPairs(at(dests), shifts.part),
    dropped: [catalog, tags, parentTree, pdf.info + shifts.objects, nodeTree, outline, ownTitle, dests].filter(
      (number): number is number => number !== undefined && !names.includes(number),
    ),
  };
}

function references(head: string, key: string): number[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`, "u").exec(head)?.[1] ?? "";
  return [...list.matchAll(/(\d+) 0 R/gu)].map(([, number]) => Number(number));
}

function firstPageOf(pages: number, at: (number: number) => string): number {
  const [first] = references(at(pages), "Kids");
  if (first === undefined) throw unknownStructure();
  return /\/Type \/Pages\b/u.test(at(first)) ? firstPageOf(first, at) : first;
}

/** The nodes of a name tree that hold names. */
function leavesOf(tree: number | undefined, at: (number: number) => string): number[] {
  if (tree === undefined) return [];
  const kids = references(at(tree), "Kids");
  if (kids.length > 0) return kids.flatMap((kid) => leavesOf(kid, at));
  // An empty tree has no limits, and a leaf without them is not allowed below a root.
  return at(tree).includes("/Limits") ? [tree] : [];
}

/** The entries of an outline below one of them, or below its root. */
function childrenOf(entry: number, at: (number: number) => string): number[] {
  const items: number[] = [];
  for (let item = referenceOf(at(entry), "First"); item !== undefined; item = referenceOf(at(item), "Next"))
    items.push(item);
  return items;
}

function destName(name: string, part: number): string {
  return `part${part}-${name}`;
}

/** `/name [page 0 R /XYZ x y 0]` for each named place. */
function destPairs(head: string, part: number): string {
  return [...head.matchAll(/\/(\S+) (\[\d+ 0 R[^\]]*\])/gu)]
    .map(([, name, place]) => `/${destName(name!, part)} ${place!}`)
    .join("\n");
}

const PART_LINK = new RegExp(`/A <</Type /Action\\s*/S /URI\\s*/URI \\(${PART_ADDRESS}(\\d+)\\)>>`, "u");

/** Turns links to a part's address into links to its first page, which bear its title. */
function linked(object: PdfObject, parts: readonly JoinedPart[]): PdfObject {
  const part = parts[Number(PART_LINK.exec(object.head)?.[1])];
  if (!part) return object;
  const head = object.head.replace(PART_LINK, `/Dest [${part.firstPage} 0 R /XYZ null null null]`);
  return { ...object, head: part.title === undefined ? head : withDescription(head, hexText(part.title)) };
}

function setHead(objects: Map<number, PdfObject>, number: number, change: (head: string) => string): void {
  const object = objects.get(number);
  if (!object) throw unknownStructure();
  objects.set(number, { ...object, head: change(object.head) });
}

interface Frame {
  readonly catalog: number;
  readonly pages: number;
  readonly tags: number;
  readonly document: number;
  readonly outline: number;
}

const list = (numbers: readonly number[]) => numbers.map((number) => `${number} 0 R`).join(" ");

function writeFrame(
  out: Map<number, PdfObject>,
  frame: Frame,
  parts: readonly JoinedPart[],
  labels: readonly PageLabel[],
): void {
  const { catalog, pages, tags, document, outline } = frame;
  const dests = parts.map((part) => part.dests).filter((pairs) => pairs !== "");
  const pageCount = parts.reduce((sum, part) => sum + part.pageCount, 0);
  const nextKey = parts.reduce((sum, { structParents }) => sum + structParents, 0);
  out.set(pages, {
    head: `<</Type /Pages\n/Count ${pageCount}\n/Kids [${list(parts.map((part) => part.pages))}]>>`,
  });
  out.set(document, {
    head: `<</Type /StructElem\n/S /Document\n/P ${tags} 0 R\n/K [${list(parts.map(({ element }) => element))}]>>`,
  });
  out.set(tags, {
    head: [
      "<</Type /StructTreeRoot",
      `/K ${document} 0 R`,
      `/ParentTreeNextKey ${nextKey}`,
      `/ParentTree <</Nums [${parts.map(({ parentTree }) => parentTree).join(" ")}]>>`,
      `/IDTree <</Kids [${list(parts.flatMap(({ nodeLeaves }) => nodeLeaves))}]>>>>`,
    ].join("\n"),
  });
  out.set(catalog, {
    head: [
      "<</Type /Catalog",
      `/Pages ${pages} 0 R`,
      "/MarkInfo <</Type /MarkInfo\n/Marked true>>",
      `/StructTreeRoot ${tags} 0 R`,
      `/Outlines ${outline} 0 R`,
      ...(dests.length > 0 ? [`/Dests <<${dests.join("\n")}>>`] : []),
      ...(labels.length > 0
        ? [`/PageLabels <</Nums [${labels.map((label) => pageLabel(label, parts)).join(" ")}]>>`]
        : []),
      "/PageMode /UseOutlines",
      "/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>",
      "/Lang (ja)>>",
    ].join("\n"),
  });
}

function pageLabel({ part, style }: PageLabel, parts: readonly JoinedPart[]): string {
  const before = parts.slice(0, part).reduce((sum, { pageCount }) => sum + pageCount, 0);
  if (typeof style === "object") return `${before} <</P ${hexText(style.text)}>>`;
  return `${before} <</S /${style === "roman" ? "r" : "D"}>>`;
}

/** An entry of the whole outline: of the booklet's own, or one that a part brought. */
type Entry = { readonly title: string; readonly page: number; readonly children: Entry[] } | { readonly item: number };

/** Puts the parts' outlines below the booklet's own entries. Equal beginnings of neighbours are one entry. */
function outlineTree(parts: readonly { readonly path: readonly string[]; readonly part: JoinedPart }[]): Entry[] {
  const root: Entry[] = [];
  let open: readonly string[] = [];
  for (const { path, part } of parts) {
    let children = root;
    path.forEach((title, level) => {
      const isOpen = path.slice(0, level + 1).every((each, i) => open[i] === each) && level < path.length - 1;
      const last = children.at(-1);
      if (isOpen && last && "title" in last) children = last.children;
      else {
        const entry = { title, page: part.firstPage, children: [] as Entry[] };
        children.push(entry);
        children = entry.children;
      }
    });
    children.push(...part.outline.map((item) => ({ item })));
    open = path;
  }
  return root;
}

function writeOutline(out: Map<number, PdfObject>, root: number, entries: readonly Entry[], take: () => number): void {
  const numbers = writeEntries(out, root, entries, take);
  const ends = numbers.length > 0 ? `\n/First ${numbers[0]!} 0 R\n/Last ${numbers.at(-1)!} 0 R` : "";
  out.set(root, { head: `<</Type /Outlines${ends}\n/Count ${numbers.length}>>` });
}

/** Links entries with their neighbours and their parent; returns their numbers. Those below the first level begin closed. */
function writeEntries(
  out: Map<number, PdfObject>,
  parent: number,
  entries: readonly Entry[],
  take: () => number,
): number[] {
  const numbers = entries.map((entry) => ("item" in entry ? entry.item : take()));
  for (const [i, entry] of entries.entries()) {
    const number = numbers[i]!;
    const around = [
      `/Parent ${parent} 0 R`,
      ...(i > 0 ? [`/Prev ${numbers[i - 1]!} 0 R`] : []),
      ...(i < numbers.length - 1 ? [`/Next ${numbers[i + 1]!} 0 R`] : []),
    ].join("\n");
    if ("item" in entry) {
      setHead(out, number, (head) =>
        head.replace(/\n\/(?:Parent|Prev|Next) \d+ 0 R/gu, "").replace(/>>$/u, `\n${around}>>`),
      );
      continue;
    }
    const below = writeEntries(out, number, entry.children, take);
    const children =
      below.length > 0 ? `\n/First ${below[0]!} 0 R\n/Last ${below.at(-1)!} 0 R\n/Count ${-below.length}` : "";
    const place = `/Dest [${entry.page} 0 R /XYZ null null null]`;
    out.set(number, { head: `<</Title ${hexText(entry.title)}\n${place}\n${around}${children}>>` });
  }
  return numbers;
}
