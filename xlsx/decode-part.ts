const invalidCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const numericReferences = /(?:&#(?:x[0-9a-f]+|\d+);)+/gi;
const roots = /<([A-Za-z_][\w.-]*):(?:workbook|worksheet|sst|styleSheet|table|Relationships)[\s>]/;

/**
 * The text of an XML part, made even so that the scanners need not know every freedom of XML: any encoding that the part
 * declares, no comments or CDATA, no namespace prefix on the main elements, and no characters that XML forbids
 * (invalid bytes, control characters and lone surrogates become U+FFFD, so that they stay visible).
 * Throws RangeError for an encoding that is not known, SyntaxError for a part that is cut short.
 */
export function decodePart(bytes: Uint8Array): string {
  let xml = new TextDecoder(encodingOf(bytes)).decode(bytes);
  xml = replaceBetween(xml, "<!--", "-->", () => "");
  xml = replaceBetween(xml, "<![CDATA[", "]]>", escapeXml);
  if (xml.includes("&#")) xml = xml.replace(numericReferences, (references) => escapeXml(decodeXml(references)));
  xml = xml.replace(invalidCharacter, "\ufffd");
  // LibreOffice and some accounting systems write <x:row> where Excel writes <row>.
  const prefix = roots.exec(xml.slice(0, 4096))?.[1];
  if (prefix !== undefined) xml = xml.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
  if (!isComplete(xml)) throw new SyntaxError("the part does not end with its root element");
  return xml;
}

function isComplete(xml: string): boolean {
  const root = /<([A-Za-z_][^\s/>]*)/.exec(xml.slice(0, 4096))?.[1];
  const end = xml.slice(-100).trimEnd();
  return root !== undefined && (end.endsWith(`</${root}>`) || end.endsWith("/>"));
}

/** Regular expressions would look for the end of every comment again and again when there is none. */
function replaceBetween(xml: string, open: string, close: string, replace: (inside: string) => string): string {
  let start = xml.indexOf(open);
  if (start < 0) return xml;
  const pieces: string[] = [];
  let done = 0;
  for (; start >= 0; start = xml.indexOf(open, done)) {
    const end = xml.indexOf(close, start + open.length);
    if (end < 0) throw new SyntaxError(`${open} is not closed`);
    pieces.push(xml.slice(done, start), replace(xml.slice(start + open.length, end)));
    done = end + close.length;
  }
  pieces.push(xml.slice(done));
  return pieces.join("");
}

/** Named and numeric references resolved; what is neither stays as it stands. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  const decoded = text.replace(/&(?:(lt|gt|amp|quot|apos)|#(?:x([0-9a-f]{1,6})|(\d{1,7})));/gi, characterOf);
  // Two references to the halves of a pair make one character; a half alone makes none.
  return decoded.toWellFormed();
}

export function escapeXml(text: string): string {
  // A carriage return must stay a reference, or XML would turn it into a line feed.
  return text.replace(/[&<>\r]/g, (character) => escapes[character]!);
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function characterOf(reference: string, name?: string, hexadecimal?: string, decimal?: string): string {
  if (name !== undefined) return named[name.toLowerCase()]!;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (code > 0x10ffff) return reference;
  return String.fromCodePoint(code);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const declaration = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(declaration)?.[1] ?? "utf-8";
}
