import { isOneEditApart, organisationsIn, type NamedPart } from "../organisation-names.ts";
import type { Organisation } from "../dictionaries.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

interface Mention extends NamedPart {
  readonly place: TextPlace;
}

/** Characters that tell one organisation from its neighbour: 第1課, 東支所, 福祉部. */
const DISTINCTIVE =
  /[0-9０-９一二三四五六七八九十第東西南北上下中央新旧大小本分前後内外市区町村県都府道部局課係室所男女]/u;

/** 担当課・担当局の名前。 */
export const organisationUnknown = defineRule({
  meta: {
    id: "organisation-unknown",
    category: "name",
    title: "組織の名前が正式な名前と違う",
    description:
      "担当の組織名は、その年度の正式な名前で書かないと、照会先が分からず、年度をまたいだ集計もできません。組織の一覧があるときはそれと、ないときは同じ文書で繰り返し使われている名前と比べます。",
    severity: "warning",
    standard: "L3-06",
    example: { wrong: "子ども若者局（令和5年度）", right: "こども若者局（令和5年度）" },
    remedy: "正式な名前に直します。組織の改編があったときは、組織の一覧（dictionaries/organisations.json）を改めます。",
    options: {
      frequent: { default: 3, description: "一覧がないとき、この回数以上使われている名前を正しい名前とみなします。" },
    },
    messages: {
      alias: (d: { written: string; name: string }) => `「${d.written}」の正式な名前は「${d.name}」です。`,
      outdated: (d: { written: string; year: number; name: string }) =>
        `「${d.written}」は ${d.year} 年度にはない組織です。${d.name ? `「${d.name}」ではありませんか。` : "その年度の名前を確かめてください。"}`,
      nearest: (d: { written: string; name: string }) =>
        `「${d.written}」は組織の一覧にありません。「${d.name}」ではありませんか。`,
      rare: (d: { written: string; name: string; count: number }) =>
        `「${d.written}」はこの文書に一度しかありません。${d.count} 回使われている「${d.name}」ではありませんか。`,
    },
  },

  check(context, report) {
    const mentions = textPlaces(context)
      .filter(({ kind }) => kind === "organisation")
      .flatMap((place) => organisationsIn(place).map((part): Mention => ({ ...part, place })));
    const { organisations } = context.dictionaries;
    const known = new Map(organisations.map((entry) => [entry.name, entry]));
    const aliases = new Map(organisations.flatMap((entry) => (entry.aliases ?? []).map((alias) => [alias, entry])));
    const counts = new Map<string, number>();
    for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
    const frequent = [...counts].filter(([, count]) => count >= context.options.frequent);

    for (const mention of mentions) {
      const own = known.get(mention.name);
      const official = aliases.get(mention.name);
      if (own) reportOutdated(mention, own);
      else if (official) reportAlias(mention, official);
      else reportNear(mention);
    }

    function reportAlias(mention: Mention, official: Organisation) {
      if (!isInForce(official, context.fiscalYear)) return;
      const { name } = official;
      report({
        messageId: "alias",
        data: { written: mention.name, name },
        ...spot(mention),
        fixes: rename(mention, name),
      });
    }

    function reportOutdated(mention: Mention, own: Organisation) {
      const { fiscalYear: year } = context;
      if (year === undefined || isInForce(own, year)) return;
      const successor = organisations.find((entry) => entry.aliases?.includes(own.name) && isInForce(entry, year));
      const name = successor?.name ?? "";
      const data = { written: mention.name, year, name };
      report({ messageId: "outdated", data, ...spot(mention), fixes: rename(mention, name) });
    }

    function reportNear(mention: Mention) {
      const { name: written } = mention;
      const listed = organisations.find((entry) => isSlip(written, entry.name))?.name;
      if (listed !== undefined) {
        const data = { written, name: listed };
        report({ messageId: "nearest", data, ...spot(mention), fixes: rename(mention, listed) });
        return;
      }
      if (counts.get(written) !== 1) return;
      const [name, count] = frequent.find(([candidate]) => isSlip(written, candidate)) ?? [];
      if (name === undefined || count === undefined) return;
      report({ messageId: "rare", data: { written, name, count }, ...spot(mention), fixes: rename(mention, name) });
    }
  },
});

function spot({ place, start, end }: Mention) {
  return { at: place.at, span: { start, end } };
}

function rename({ place, start, end }: Mention, name: string) {
  if (name === "" || !isEditable(place)) return [];
  return [suggestText(`「${name}」に直す`, textEdit(place.source, { start, end }, name))];
}

function isInForce({ from, until }: Organisation, fiscalYear: number | undefined): boolean {
  if (fiscalYear === undefined) return true;
  return (from === undefined || from <= fiscalYear) && (until === undefined || fiscalYear <= until);
}

/** One letter apart, and not by a letter that tells two organisations apart; different kanji make different names. */
function isSlip(written: string, name: string): boolean {
  if (name.length < 4 || !isOneEditApart(written, name)) return false;
  const [longer, shorter] = written.length >= name.length ? [written, name] : [name, written];
  let at = 0;
  while (longer[at] === shorter[at]) at++;
  if (longer.length > shorter.length) return !DISTINCTIVE.test(longer[at]!);
  return !/\p{sc=Han}/u.test(longer[at]!) || !/\p{sc=Han}/u.test(shorter[at]!) || isSwapped(longer, shorter, at);
}

function isSwapped(a: string, b: string, at: number): boolean {
  return a[at] === b[at + 1] && a[at + 1] === b[at];
}
