import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

type StructTree = NonNullable<Awaited<ReturnType<PDFPageProxy["getStructTree"]>>>;

/** A run of letters on a page, in points from the page's lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** Roles of the page's structure, each as `Table/TR/TD`. */
  readonly roles: readonly string[];
}

/** A PDF as its reader sees it. */
export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly language: string | null;
  readonly isTagged: boolean;
  /** Titles of the outline, level by level, in order. */
  readonly outline: readonly { readonly title: string; readonly level: number }[];
  readonly pages: readonly PdfPage[];
  /** PostScript names of the embedded fonts, without the prefix of a subset. */
  readonly fonts: readonly string[];
  readonly xmp: string;
}

/** Opens a PDF for work on its pages; closes it afterwards. */
export async function withPdf<T>(bytes: Uint8Array, work: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // The library takes the bytes over, so it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** Reads all that tests ask of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return await withPdf(bytes, async (document) => {
    const { info, metadata } = await document.getMetadata();
    const pages: PdfPage[] = [];
    const fonts = new Set<string>();
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page));
      for (const name of await fontNames(page)) fonts.add(name.replace(/^[A-Z]{6}\+/u, ""));
    }
    return {
      info: info as Readonly<Record<string, unknown>>,
      language: (info as { Language?: string | null }).Language ?? null,
      isTagged: (await document.getMarkInfo())?.Marked === true,
      outline: outlineTitles(await document.getOutline()),
      pages,
      fonts: [...fonts].sort(),
      xmp: (metadata as { getRaw(): string } | null)?.getRaw() ?? "",
    };
  });
}

/** The text of pages without any white space: where lines break says nothing. */
export function squeezedText(pages: readonly PdfPage[]): string {
  return squeeze(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(""));
}

/** A text without white space. */
export function squeeze(text: string): string {
  return text.replaceAll(/[\s\u00a0\u3000\u200b]+/gu, "");
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap((item): PdfText[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , size, left, base] = item.transform as [number, number, number, number, number, number];
    return [{ text: item.str, left, right: left + item.width, bottom: base, top: base + size }];
  });
  return { width, height, texts, roles: [...roles(await page.getStructTree(), "")] };
}

function* roles(node: StructTree | null, path: string): Generator<string> {
  for (const child of node?.children ?? []) {
    if (!("role" in child)) continue;
    const here = path === "" ? child.role : `${path}/${child.role}`;
    yield here;
    yield* roles(child, here);
  }
}

/** Fonts are known only once the page has been interpreted. */
async function fontNames(page: PDFPageProxy): Promise<string[]> {
  await page.getOperatorList();
  const { styles } = await page.getTextContent();
  return Object.keys(styles).map((id) => (page.commonObjs.get(id) as { name: string }).name);
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

function outlineTitles(items: readonly OutlineItem[] | null, level = 1): { title: string; level: number }[] {
  return (items ?? []).flatMap(({ title, items: below }) => [{ title, level }, ...outlineTitles(below, level + 1)]);
}
