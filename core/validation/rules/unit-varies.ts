import { allMatches } from "../../text/all-matches.ts";
import { TRAIT } from "../../text/text-traits.ts";
import type { CellEdit } from "../diagnostic.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces, type TextPlace } from "../text-places.ts";
import { fixText, suggestText, textEdit } from "../text-edit.ts";

interface UnitGroup {
  /** What is counted. */
  readonly subject: string;
  /** Its only group is the unit behind a number. */
  readonly pattern: RegExp;
  /** Of units used equally often the first is proposed. */
  readonly units: readonly string[];
  /** Another unit is a mere spelling: か所 and ヶ所. */
  readonly isSpelling: boolean;
}

const NUMBER = "[0-9０-９][ 　]?";
const GROUPS: readonly UnitGroup[] = [
  {
    subject: "人数",
    // 1人1台, 2人体制, 1人ひとり, 3人以上の世帯: no result that is counted.
    pattern: new RegExp(
      `${NUMBER}(名(?![称前誉簿])|人(?![0-9０-９口権材件間々格物工ひ目暮世親分体当以家未乗用槽]|あた))`,
      "gu",
    ),
    units: ["人", "名"],
    isSpelling: false,
  },
  {
    subject: "場所の数",
    pattern: new RegExp(`${NUMBER}(か所|箇所|ヶ所|カ所|ヵ所|ケ所|個所)`, "gu"),
    units: ["か所", "箇所", "ヶ所", "カ所", "ヵ所", "ケ所", "個所"],
    isSpelling: true,
  },
  {
    subject: "月数",
    pattern: new RegExp(`${NUMBER}(か月|箇月|ヶ月|カ月|ヵ月|ケ月)`, "gu"),
    units: ["か月", "箇月", "ヶ月", "カ月", "ヵ月", "ケ月"],
    isSpelling: true,
  },
];
const ANY = new RegExp(`${NUMBER}(?:名|人|[か箇ヶカヵケ個][所月])`, "u");

interface Use {
  readonly place: TextPlace;
  readonly unit: string;
  /** Where the unit stands, each time. */
  readonly spots: { readonly start: number; readonly end: number }[];
}

/** 名 and 人, か所 and 箇所 within one document. */
export const unitVaries = defineRule({
  meta: {
    id: "unit-varies",
    category: "name",
    title: "同じものを数える単位がそろっていない",
    description:
      "人数を「名」と「人」で、場所の数を「か所」と「箇所」で書き分けると、集計のときに別の単位として扱われます。一つの文書の中で少ないほうの単位を指摘します。",
    severity: "info",
    standard: "L3-04",
    example: { wrong: "利用者数:243人 参加者 8名 登録者 12人", right: "利用者数:243人 参加者 8人 登録者 12人" },
    remedy: "文書の中で多いほうの単位にそろえます。",
    options: {
      maxCells: {
        default: 20,
        description: "この数を超える欄に少数の単位があるときは、最初の欄だけに件数を示します。",
      },
    },
    messages: {
      minority: (d: { subject: string; unit: string; usual: string; few: number; many: number }) =>
        `${d.subject}の単位に「${d.unit}」（${d.few} 回）と「${d.usual}」（${d.many} 回）が混ざっています。「${d.usual}」にそろえてください。`,
      widespread: (d: { subject: string; unit: string; usual: string; few: number; many: number }) =>
        `${d.subject}の単位に「${d.unit}」が ${d.few} 回、「${d.usual}」が ${d.many} 回使われています。文書の中でどちらかにそろえてください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context).filter(({ text, reading }) => reading.has(TRAIT.digit) && ANY.test(text));
    for (const { subject, pattern, units, isSpelling } of GROUPS) {
      const uses = places.flatMap((place) => usesIn(place, pattern));
      const counts = new Map<string, number>();
      for (const { unit, spots } of uses) counts.set(unit, (counts.get(unit) ?? 0) + spots.length);
      if (counts.size < 2) continue;
      const many = Math.max(...counts.values());
      const usual = units.find((unit) => counts.get(unit) === many)!;
      const minority = uses.filter(({ unit }) => unit !== usual);
      const isWidespread = minority.length > context.options.maxCells;
      for (const { place, unit, spots } of isWidespread ? minority.slice(0, 1) : minority) {
        const [span] = spots;
        const edits = (isWidespread ? minority : [{ place, unit, spots }]).flatMap((use) => editTo(usual, use));
        const fix = isSpelling ? fixText : suggestText;
        const title = isWidespread ? `すべて「${usual}」にそろえる` : `「${usual}」にそろえる`;
        report({
          messageId: isWidespread ? "widespread" : "minority",
          data: { subject, unit, usual, few: counts.get(unit)!, many },
          at: place.at,
          span: span!,
          fixes: edits.length > 0 ? [fix(title, ...edits)] : [],
        });
      }
    }
  },
});

function usesIn(place: TextPlace, pattern: RegExp): Use[] {
  const uses = new Map<string, Use>();
  for (const { index, 0: written, 1: unit } of allMatches(place.text, pattern)) {
    const end = index + written.length;
    const spot = { start: end - unit!.length, end };
    const use = uses.get(unit!);
    if (use) use.spots.push(spot);
    else uses.set(unit!, { place, unit: unit!, spots: [spot] });
  }
  return [...uses.values()];
}

function editTo(usual: string, { place, spots }: Use): CellEdit[] {
  if (!isEditable(place)) return [];
  return [textEdit(place.source, { start: 0, end: place.text.length }, replaced(place.text, spots, usual))];
}

function replaced(text: string, spots: Use["spots"], unit: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of spots) {
    result += text.slice(from, start) + unit;
    from = end;
  }
  return result + text.slice(from);
}
