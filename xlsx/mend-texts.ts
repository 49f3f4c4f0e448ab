import { elements, firstElement } from "./scan-xml.ts";

/** The texts of a shared strings part by their position, still escaped. */
export function sharedTexts(xml: string): string[] {
  return Array.from(elements(xml, "si"), ({ content }) => joinedText(content));
}

/**
 * A shared strings part with one plain `<t>` per string: ExcelJS fails on anything it does not expect there.
 * It also resolves `_x000D_` here but not in other cells; the underscore is protected so that it gives the text as it stands everywhere.
 */
export function sharedStringsXml(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t>${text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")}</t></si>`);
  return `<sst>${items.join("")}</sst>`;
}

/** The text of a string item (`<si>` or `<is>`) with all runs of rich text joined and furigana (`<rPh>`) left out; still escaped. */
export function joinedText(item: string): string {
  const only = firstElement(item, "t");
  if (only?.end === item.length) return only.content;
  const spoken = item.includes("<rPh") ? withoutPhonetics(item) : item;
  return Array.from(elements(spoken, "t"), ({ content }) => content).join("");
}

function withoutPhonetics(item: string): string {
  const kept: string[] = [];
  let done = 0;
  for (const { start, end } of elements(item, "rPh")) {
    kept.push(item.slice(done, start));
    done = end;
  }
  kept.push(item.slice(done));
  return kept.join("");
}
