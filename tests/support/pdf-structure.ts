import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { referenceOf } from "../../renderer/pdf/pdf-reference.ts";
import { readPdf } from "../../renderer/pdf/read-pdf.ts";
import { squeeze, withPdf } from "./read-pdf.ts";

/** What a screen reader gets of a report: elements in reading order, one a line, those of no meaning left out. */
export interface PdfStructure {
  readonly lines: readonly string[];
  /** What is painted with neither a tag nor an artifact's mark, by page: `1: showText`. */
  readonly untagged: readonly string[];
  /** Texts that are marked as artifacts, by page, without white space. */
  readonly artifacts: readonly string[];
  /** All tagged text, in reading order, without white space. */
  readonly text: string;
}

const SHOWN_TEXT = 40;
const PAINTING: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.shadingFill,
  OPS.stroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
]);
/** pdfjs joins a path and what paints it; these do not paint. */
const NOT_PAINTING: ReadonlySet<number> = new Set([OPS.endPath]);
const OPENS: readonly number[] = [OPS.beginMarkedContent, OPS.beginMarkedContentProps];

/** Reads the tags of a finished report; what stands on the pages is read by pdfjs, which knows nothing of `renderer/pdf`. */
export async function pdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const { texts, untagged, artifacts } = await markedContent(bytes);
  // The first revision holds the tags.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf("%%EOF\n") + "%%EOF\n".length;
  const pdf = readPdf(bytes.subarray(0, end));
  const lines: string[] = [];
  const all: string[] = [];
  const headOf = (number: number) => pdf.objects.get(number)!.head;
  const write = (head: string, indent: string) => {
    const type = /\/S \/(\w+)/u.exec(head)?.[1] ?? "";
    const below = type === "NonStruct" ? indent : `${indent}  `;
    const at = lines.length;
    let own = "";
    for (const member of members(head)) {
      if (typeof member === "number") write(headOf(member), below);
      else {
        const text = texts.get(`p${member.page ?? referenceOf(head, "Pg")!}R_mc${member.mcid}`) ?? "";
        all.push(text);
        own += text;
      }
    }
    if (type !== "NonStruct") lines.splice(at, 0, `${indent}${type}${attributes(head)}`);
    else if (own !== "") lines.push(`${indent}「${shown(own)}」`);
  };
  write(headOf(referenceOf(headOf(referenceOf(headOf(pdf.root), "StructTreeRoot")!), "K")!), "");
  return { lines, untagged, artifacts, text: squeeze(all.join("")) };
}

function shown(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, " ").trim());
  return characters.length > SHOWN_TEXT ? `${characters.slice(0, SHOWN_TEXT).join("")}…` : characters.join("");
}

function attributes(head: string): string {
  const scope = /\/Scope \/(\w+)/u.exec(head)?.[1];
  const spans = ["RowSpan", "ColSpan"].flatMap((name) => {
    const span = new RegExp(`/${name} (\\d+)`, "u").exec(head)?.[1] ?? "1";
    return span === "1" ? [] : [`${name}=${span}`];
  });
  const alt = /\/Alt <FEFF([\da-fA-F]+)>/u.exec(head)?.[1];
  const description = alt === undefined ? [] : [`Alt=${Buffer.from(alt, "hex").swap16().toString("utf16le")}`];
  return [...(scope === undefined ? [] : [`Scope=${scope}`]), ...spans, ...description]
    .map((each) => ` ${each}`)
    .join("");
}

interface Content {
  readonly mcid: number;
  readonly page: number | undefined;
}

/** Elements, by number, and pieces of pages, in their order. */
function members(head: string): (number | Content)[] {
  const kids = /\/K (?:\[([^\]]*)\]|(\d+ 0 R|\d+))/u.exec(head);
  const found = (kids?.[1] ?? kids?.[2] ?? "").matchAll(/<<[^>]*>>|\d+ 0 R|\d+/gu);
  return [...found].flatMap(([member]): (number | Content)[] => {
    if (member.endsWith(" R")) return [Number.parseInt(member)];
    if (!member.startsWith("<<")) return [{ mcid: Number(member), page: undefined }];
    const mcid = /\/MCID (\d+)/u.exec(member)?.[1];
    return mcid === undefined ? [] : [{ mcid: Number(mcid), page: referenceOf(member, "Pg") }];
  });
}

async function markedContent(
  bytes: Uint8Array,
): Promise<{ texts: ReadonlyMap<string, string>; untagged: string[]; artifacts: string[] }> {
  return await withPdf(bytes, async (document) => {
    const texts = new Map<string, string>();
    const untagged = new Set<string>();
    const artifacts: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      const open: string[] = [];
      let artifact = "";
      for (const item of items) {
        if ("str" in item) {
          const mark = open.at(-1);
          if (mark === "Artifact") artifact += item.str;
          else if (mark !== undefined) texts.set(mark, (texts.get(mark) ?? "") + item.str);
        } else if (item.type === "endMarkedContent") open.pop();
        else open.push(markOf(item, open.at(-1)));
      }
      artifacts.push(squeeze(artifact));
      const { fnArray, argsArray } = await page.getOperatorList();
      let depth = 0;
      fnArray.forEach((operator, i) => {
        if (OPENS.includes(operator)) depth++;
        else if (operator === OPS.endMarkedContent) depth--;
        else if (depth === 0 && paints(operator, argsArray[i])) untagged.add(`${number}: ${nameOf(operator)}`);
      });
    }
    return { texts, untagged: [...untagged], artifacts };
  });
}

interface MarkedContent {
  readonly type: string;
  readonly id: string | null;
  readonly tag?: string;
}

/** Which piece of a page begins: its name, `Artifact`, or the piece within which it gives letters their meaning. */
function markOf({ id, tag }: MarkedContent, around: string | undefined): string {
  return tag === "Artifact" ? tag : (id ?? around ?? "");
}

function paints(operator: number, args: unknown): boolean {
  if (operator !== OPS.constructPath) return PAINTING.has(operator);
  const painter = Array.isArray(args) ? (args[0] as number) : OPS.fill;
  return !NOT_PAINTING.has(painter);
}

function nameOf(operator: number): string {
  return Object.entries(OPS).find(([, value]) => value === operator)?.[0] ?? String(operator);
}
