import { decodeXml } from "./decode-part.ts";

/** An element as it stands in an XML text. */
export interface ScannedElement {
  /** The text between the element's name and the end of its opening tag; `attributesOf` reads it. */
  readonly attributes: string;
  /** The text between the opening and the closing tag; empty for an element without content. */
  readonly content: string;
  /** Where its `<` stands. */
  readonly start: number;
  /** Where the text after the element begins. */
  readonly end: number;
}

/**
 * Every `<name …>` of a decoded part, in order, in one pass. An element must not contain another of the same name.
 * Throws SyntaxError when a tag is not closed.
 */
export function* elements(xml: string, name: string): Generator<ScannedElement> {
  for (let element = nextElement(xml, name, 0); element; element = nextElement(xml, name, element.end)) yield element;
}

/** The first `<name …>`, or `undefined`. */
export function firstElement(xml: string, name: string): ScannedElement | undefined {
  return nextElement(xml, name, 0);
}

function nextElement(xml: string, name: string, from: number): ScannedElement | undefined {
  const start = indexOfTag(xml, `<${name}`, from);
  return start < 0 ? undefined : elementAt(xml, name, start);
}

/** The element whose `<` stands at `start`. Throws SyntaxError when it is not closed. */
export function elementAt(xml: string, name: string, start: number): ScannedElement {
  const nameEnd = start + 1 + name.length;
  const tagEnd = endOfTag(xml, nameEnd);
  if (xml[tagEnd - 1] === "/") {
    return { attributes: xml.slice(nameEnd, tagEnd - 1), content: "", start, end: tagEnd + 1 };
  }
  const close = indexOfTag(xml, `</${name}`, tagEnd + 1);
  if (close < 0) throw new SyntaxError(`<${name}> is not closed`);
  const end = xml.indexOf(">", close) + 1;
  if (end === 0) throw new SyntaxError(`</${name} is not closed`);
  return { attributes: xml.slice(nameEnd, tagEnd), content: xml.slice(tagEnd + 1, close), start, end };
}

/** Attributes by local name (`r:id` → `id`), references resolved; where both exist, the one without a prefix counts. */
export function attributesOf(attributes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, prefix, name = "", double, single] of attributes.matchAll(
    // The lookbehind and the bounds keep this linear for tags that are one endless word.
    /(?<![\w.:-])([\w.-]{1,80}:)?([\w.-]{1,80})\s{0,80}=\s{0,80}(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (prefix !== undefined && found.has(name)) continue;
    found.set(name, decodeXml(double ?? single ?? ""));
  }
  return found;
}

/** XML Schema booleans, which Excel writes as `1` and others as `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function indexOfTag(xml: string, tag: string, from: number): number {
  for (let at = xml.indexOf(tag, from); at >= 0; at = xml.indexOf(tag, at + 1)) {
    if (endsName(xml.charCodeAt(at + tag.length))) return at;
  }
  return -1;
}

/** `>`, `/` or white space. */
function endsName(character: number): boolean {
  return character === 0x3e || character === 0x2f || character <= 0x20;
}

/** The position of the `>` that closes a tag; one inside a quoted attribute does not. */
function endOfTag(xml: string, from: number): number {
  for (let at = from, quote = ""; at < xml.length; at++) {
    const character = xml[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return at;
    else if (character === '"' || character === "'") quote = character;
  }
  throw new SyntaxError("a tag is not closed");
}
