import { escapeXml } from "./decode-part.ts";
import { dateSerial } from "./excel-date.ts";
import { joinedText } from "./mend-texts.ts";
import { attributesOf, firstElement, type ScannedElement } from "./scan-xml.ts";

export interface CellMendingOptions {
  readonly date1904: boolean;
  /** The shared strings by position, still escaped. */
  readonly sharedTexts: readonly string[];
}

export interface MendedCell {
  /** What follows the cell's reference, up to its closing tag: ` t="s"><v>3</v>`. */
  readonly xml: string;
  /** A formula whose cached result is the empty string. */
  readonly emptyResult: boolean;
}

interface Result {
  readonly type: "n" | "s" | "text" | "b" | "e";
  /** Escaped. */
  readonly text: string;
}

/**
 * A cell's content written so that ExcelJS reads it as Excel does; `undefined` for a cell that holds nothing.
 * Throws SyntaxError for a shared string that is not there.
 */
export function mendCell(content: string, type: string, options: CellMendingOptions): MendedCell | undefined {
  const formula = content.includes("<f") ? firstElement(content, "f") : undefined;
  const formulaTag = formula && formulaXml(formula);
  const result = resultOf(content, type, options);

  if (formulaTag === undefined) {
    if (!result || result.text === "") return undefined;
    // ExcelJS resolves references twice in t="str", and rich text was joined already: both become plain inline strings.
    if (result.type === "text") return plain(` t="inlineStr"><is><t>${result.text}</t></is>`);
    return plain(` t="${result.type}"><v>${result.text}</v>`);
  }
  if (!result) return plain(`>${formulaTag}`);
  if (result.type === "text") return formulaWithText(formulaTag, result.text);
  if (result.text === "") return plain(`>${formulaTag}`);
  if (result.type === "s") return formulaWithText(formulaTag, sharedText(result.text, options.sharedTexts));
  return plain(` t="${result.type}">${formulaTag}<v>${result.text}</v>`);
}

function plain(xml: string): MendedCell {
  return { xml, emptyResult: false };
}

function formulaWithText(formulaTag: string, text: string): MendedCell {
  if (text === "") return { xml: `>${formulaTag}`, emptyResult: true };
  // ExcelJS resolves named references of t="str" twice; a carriage return (&#13;) is the only other one left by now.
  const escapedTwice = text.replace(/&(?!#)/g, "&amp;");
  return plain(` t="str">${formulaTag}<v>${escapedTwice}</v>`);
}

/** `undefined` for an `<f>` that says nothing. */
function formulaXml({ attributes, content }: ScannedElement): string | undefined {
  if (attributes.trim() === "") return content.trim() === "" ? undefined : `<f>${content}</f>`;
  const formula = attributesOf(attributes);
  const type = formula.get("t");
  if (type === "dataTable") return `<f>TABLE(${formula.get("r1") ?? ""},${formula.get("r2") ?? ""})</f>`;
  if (type !== "shared" && content.trim() === "") return undefined;
  const kept = ["t", "ref", "si"].flatMap((name) => {
    const value = formula.get(name);
    return value === undefined || value === "normal" ? [] : ` ${name}="${escapeXml(value)}"`;
  });
  return `<f${kept.join("")}>${content}</f>`;
}

/** `undefined` where the file holds no value at all, so that a formula without one is told from an empty result. */
function resultOf(content: string, type: string, options: CellMendingOptions): Result | undefined {
  if (type === "inlineStr") {
    const item = firstElement(content, "is");
    return item && { type: "text", text: joinedText(item.content) };
  }
  const value = firstElement(content, "v");
  if (!value) return undefined;
  const text = value.content;
  switch (type) {
    case "s":
      if (text.trim() !== "") sharedText(text, options.sharedTexts);
      return { type: "s", text: text.trim() };
    case "str":
      return { type: "text", text };
    case "b":
      // ExcelJS takes the word "false" for true.
      return { type: "b", text: text === "" ? "" : /^\s*(1|true)\s*$/i.test(text) ? "1" : "0" };
    case "e":
      return { type: "e", text: text.trim() };
    case "d":
      return numberOrText(String(dateSerial(text.trim(), options.date1904) ?? text));
    default:
      return numberOrText(text);
  }
}

/** What is no number in a number cell would become NaN in ExcelJS; it stays visible as text. */
function numberOrText(text: string): Result {
  const trimmed = text.trim();
  return trimmed === "" || Number.isFinite(Number(trimmed)) ? { type: "n", text: trimmed } : { type: "text", text };
}

function sharedText(position: string, texts: readonly string[]): string {
  const text = texts[Number(position)];
  if (text === undefined) throw new SyntaxError(`there is no shared string ${position}`);
  return text;
}
