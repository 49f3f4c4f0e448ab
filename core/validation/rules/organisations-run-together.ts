import { organisationsIn } from "../organisation-names.ts";
import { defineRule } from "../rule.ts";
import { isEditable, textPlaces } from "../text-places.ts";
import { suggestText, textEdit } from "../text-edit.ts";

/** Levels of an administration: 局, 部 and 課 stand below one another, so two of one level are two organisations. */
const LEVELS = ["局", "部", "課"] as const;
/** Words that end in the letter of a level and are none: 事務局, 本部, 放課. */
const NO_LEVEL =
  /(?:事務局|郵便局|薬局|当局|本部|支部|内部|外部|幹部|学部|全部|一部|中部|北部|南部|東部|西部|東南部|倶楽部|放課|日課)$/u;
/** What cannot begin a name: 課税課, 課長, 部活動課, 部長, 局長. */
const NO_BEGINNING = /^(?:長|税|題|金|活動|会|員|分|局|次長|内)/u;

/** 健康福祉局こども若者局: two names without anything between. */
export const organisationsRunTogether = defineRule({
  meta: {
    id: "organisations-run-together",
    category: "name",
    title: "二つの組織の名前が続けて書かれている",
    description:
      "担当の組織が二つあるときに区切りがないと、一つの長い名前に見え、組織ごとの抽出ができません。局・部・課の順に下る名前（○○局○○部○○課）は一つの組織とみなします。",
    severity: "warning",
    standard: "L1-07",
    example: { wrong: "健康福祉局こども若者局", right: "健康福祉局\nこども若者局" },
    remedy: "組織ごとに改行するか、「、」で区切ります。",
    messages: {
      together: (d: { first: string; second: string }) =>
        `「${d.first}」と「${d.second}」が区切りなしに続いています。改行か「、」で区切ってください。`,
    },
  },

  check(context, report) {
    const places = textPlaces(context).filter(({ kind }) => kind === "organisation");
    const known = new Set(context.dictionaries.organisations.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
    for (const place of places) for (const { name } of organisationsIn(place)) known.add(name);
    for (const place of places) {
      for (const { name, start } of organisationsIn(place)) {
        const cut = splitKnown(name, known) ?? splitByLevel(name);
        if (cut === undefined) continue;
        const at = start + cut;
        report({
          messageId: "together",
          data: { first: name.slice(0, cut), second: name.slice(cut) },
          at: place.at,
          span: { start, end: start + name.length },
          fixes: isEditable(place)
            ? [
                suggestText("二つの組織の間で改行する", textEdit(place.source, { start: at, end: at }, "\n")),
                suggestText("「、」で区切る", textEdit(place.source, { start: at, end: at }, "、")),
              ]
            : [],
        });
      }
    }
  },
});

/** Two names of one level that stand by themselves elsewhere; 局 and 課 that follow one another are one organisation. */
function splitKnown(name: string, known: ReadonlySet<string>): number | undefined {
  for (let cut = 3; cut <= name.length - 3; cut++) {
    const [first, second] = [name.slice(0, cut), name.slice(cut)];
    if (known.has(first) && known.has(second) && levelOf(first) >= levelOf(second)) return cut;
  }
  return undefined;
}

/** 0 for 局, 1 for 部, 2 for 課 and all that stands beside it. */
function levelOf(name: string): number {
  const level = LEVELS.findIndex((suffix) => name.endsWith(suffix));
  return level < 0 ? LEVELS.length - 1 : level;
}

function splitByLevel(name: string): number | undefined {
  const last = LEVELS.find((suffix) => name.endsWith(suffix));
  if (last === undefined || NO_LEVEL.test(name)) return undefined;
  for (let at = name.indexOf(last); at >= 0 && at < name.length - 1; at = name.indexOf(last, at + 1)) {
    const cut = at + 1;
    const second = name.slice(cut);
    if (cut < 3 || second.length < 3 || NO_LEVEL.test(name.slice(0, cut)) || NO_BEGINNING.test(second)) continue;
    return cut;
  }
  return undefined;
}
