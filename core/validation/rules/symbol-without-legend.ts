import type { SourcedValue } from "../../table/evaluation-document.ts";
import { defineRule } from "../rule.ts";
import { textPlaces, type TextPlace } from "../text-places.ts";

const SYMBOLS = "★☆◎○◇◆△▲▽▼※*＊†‡♯＃";
/** A symbol at the end of a heading or name, or before its words; a number behind it makes it the mark of a note. */
const AT_END = new RegExp(`[${SYMBOLS}]+(?=[\\s\\u3000]*$)`, "u");
const AT_START = /^[★☆◎※*＊†‡](?=[\s\u3000]*[\p{L}])/u;
const ONLY = new RegExp(`^[\\s\\u3000]*([${SYMBOLS}×✕]|[A-EＡ-Ｅ]|[SＳ])[\\s\\u3000]*$`, "u");

interface Use {
  readonly at: TextPlace["at"] | SourcedValue;
  readonly start: number;
  readonly end: number;
  count: number;
}

/** 記号と凡例。 */
export const symbolWithoutLegend = defineRule({
  meta: {
    id: "symbol-without-legend",
    category: "name",
    title: "記号の意味の説明がない",
    description:
      "見出しや欄に付けた「★」「*」などの記号や、評価の記号は、凡例がなければ意味が伝わりません。文書のどこにも説明のない記号を、最初の一か所で指摘します。",
    severity: "warning",
    standard: "L3-03",
    example: { wrong: "(1) 子どもへの支援の充実 ★", right: "(1) 子どもへの支援の充実 ★　（★は重点事業）" },
    remedy: "表の前か後に凡例（「★は重点事業」など）を書き添えます。",
    messages: {
      symbol: (d: { symbol: string; count: number }) =>
        `記号「${d.symbol}」の意味がどこにも書かれていません${d.count > 1 ? `（${d.count} か所）` : ""}。凡例を書き添えてください。`,
      scale: (d: { title: string; symbols: string }) =>
        `「${d.title}」の記号（${d.symbols}）が何を表すか、どこにも書かれていません。凡例を書き添えてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context);
    const uses = new Map<string, Use>();
    for (const place of places) {
      for (const { symbol, start } of symbolsOf(place)) {
        const use = uses.get(symbol);
        if (use) use.count++;
        else uses.set(symbol, { at: place.at, start, end: start + 1, count: 1 });
      }
    }
    for (const [symbol, { at, start, end, count }] of uses) {
      if (hasLegend(symbol, places)) continue;
      report({ messageId: "symbol", data: { symbol, count }, at, span: { start, end } });
    }
    checkScales();

    function checkScales() {
      const columns = new Map<string, { first: TextPlace; title: string; symbols: Set<string> }>();
      for (const place of places) {
        if ((place.kind !== "rating" && place.kind !== "direction") || !("field" in place.at)) continue;
        const symbol = ONLY.exec(place.text)?.[1];
        if (symbol === undefined) continue;
        const column = columns.get(place.column);
        if (column) column.symbols.add(symbol);
        else columns.set(place.column, { first: place, title: place.at.field.title, symbols: new Set([symbol]) });
      }
      for (const { first, title, symbols } of columns.values()) {
        const unexplained = [...symbols].filter((symbol) => !hasLegend(symbol, places) && !hasCodeRow(symbol)).sort();
        if (unexplained.length < symbols.size) continue;
        report({
          messageId: "scale",
          data: { title, symbols: unexplained.join("、") },
          at: first.at,
          severity: "info",
        });
      }
    }

    /** A table of the document may explain the codes: 3 目標をほぼ達成. */
    function hasCodeRow(symbol: string): boolean {
      return places.some(
        ({ kind, text }) => kind === "code" && text.trim().normalize("NFKC") === symbol.normalize("NFKC"),
      );
    }
  },
});

function symbolsOf(place: TextPlace): { symbol: string; start: number }[] {
  const { text, kind, role } = place;
  if (kind === "marker") {
    const symbol = ONLY.exec(text)?.[1];
    return symbol === undefined || !SYMBOLS.includes(symbol)
      ? []
      : [{ symbol: folded(symbol), start: text.indexOf(symbol) }];
  }
  const isHeading =
    role === "heading" || role === "section" || role === "title" || kind === "name" || kind === "heading";
  if (!isHeading) return [];
  const match = AT_END.exec(text) ?? AT_START.exec(text);
  return match ? [{ symbol: folded(match[0][0]!), start: match.index }] : [];
}

function folded(symbol: string): string {
  return symbol === "＊" ? "*" : symbol;
}

/** A legend says what the symbol is: ★は重点事業, ◎…達成, 「※印は…」, A: 達成. */
function hasLegend(symbol: string, places: readonly TextPlace[]): boolean {
  const written = symbol === "*" ? "[*＊]" : symbol.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const legend = new RegExp(
    `(?:^|[\\s、。「『（(【:：・])${written}[」』]?(?:は|印|マーク|が付|の付|…|‥|・・|[:：=＝]|[\\s\\u3000]*[－―—~～-][\\s\\u3000]*|[（(])`,
    "mu",
  );
  const note = new RegExp(`^[\\s\\u3000]*${written}[\\s\\u3000]*\\p{L}`, "u");
  return places.some(({ text, role }) =>
    text.includes(symbol) || symbol === "*" ? legend.test(text) || (role === "note" && note.test(text)) : false,
  );
}
