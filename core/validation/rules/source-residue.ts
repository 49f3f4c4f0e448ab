import { allMatches } from "../../text/all-matches.ts";
import { cellTexts } from "../cell-texts.ts";
import { defineRule } from "../rule.ts";
import { fixText, textEdit } from "../text-edit.ts";
import type { Severity } from "../diagnostic.ts";

interface Residue {
  readonly pattern: RegExp;
  readonly messageId: "link" | "markup" | "entity" | "tag" | "escape" | "formula";
  readonly severity: Severity;
  /** What stands in its place; nothing offered when absent. */
  readonly instead?: (found: string) => string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const RESIDUES: readonly Residue[] = [
  {
    messageId: "link",
    severity: "warning",
    pattern:
      /(?:^|\n)[\s　]*(?:(?:>>|＞＞|≫|»|<<|＜＜)[\s　]*\S.{0,30}|(?:この)?ページの(?:先頭|トップ)(?:へ|に戻る).{0,4}|(?:前|次|元|もと)のページ(?:へ|に)?(?:戻る|進む)?|(?:トップ|ホーム|目次|一覧)(?:ページ)?(?:へ|に)戻る)[\s　]*(?=$|\n)/gu,
  },
  {
    messageId: "markup",
    severity: "info",
    // 「# 1」 alone may be a number sign; two or more are a heading of a converted text.
    pattern: /(?<=^|\n)[\s　]*(?:#{2,6}[ 　]+|#[ 　]+(?=\S))/gu,
    instead: () => "",
  },
  {
    messageId: "markup",
    severity: "info",
    // A list hyphen before another marker; a hyphen alone may be the writer's bullet.
    pattern: /(?<=^|\n)[\s　]*[-*+][ 　]+(?=[①-⑳・●○■□◆◇])/gu,
    instead: () => "",
  },
  {
    messageId: "markup",
    severity: "info",
    pattern: /\*\*(?=[^\s*])[^*\n]{1,80}\*\*/gu,
    instead: (found) => found.slice(2, -2),
  },
  { messageId: "markup", severity: "info", pattern: /\[[^\]\n]{1,60}\]\(https?:[^)\s]{1,200}\)/gu },
  {
    messageId: "entity",
    severity: "warning",
    pattern: /&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-fA-F]{2,5});/gu,
    instead: decodeEntity,
  },
  {
    messageId: "tag",
    severity: "warning",
    pattern: /<br[ ]{0,2}\/?>/giu,
    instead: () => "\n",
  },
  {
    messageId: "tag",
    severity: "warning",
    pattern: /<\/?(?:p|b|i|u|strong|em|span|div|font|table|tr|td|th|ul|ol|li|a|sup|sub)(?:[ ][^<>\n]{0,80})?>/giu,
    instead: () => "",
  },
  { messageId: "escape", severity: "warning", pattern: /_x000[dD]_/gu, instead: () => "" },
  { messageId: "escape", severity: "info", pattern: /\\[rnt](?![A-Za-z])/gu },
  { messageId: "formula", severity: "error", pattern: /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)/gu },
];
/** A text without one of these has no residue. */
const SUSPECT = /[#&<>＞＜≫»*_\\[\-+]|戻る|ページ/u;

/** Marks that came with the text from a web page, a converter or a broken formula. */
export const sourceResidue = defineRule({
  meta: {
    id: "source-residue",
    category: "structure",
    title: "元の文書の名残り",
    description:
      "ホームページや変換ソフトから貼り付けたときの記号（>> 戻る、##、&amp;、<br> など）や、計算式のエラー表示が残っていると、そのまま印刷・公表されます。",
    scope: "record",
    severity: "warning",
    standard: "L1-08",
    example: { wrong: "## 2 子育て環境づくり", right: "2 子育て環境づくり" },
    remedy: "記号を消します。計算式のエラーは、参照先を直します。",
    messages: {
      link: (d: { found: string }) => `「${d.found}」はホームページの移動用の文字です。消してください。`,
      markup: (d: { found: string }) => `「${d.found}」は変換前の文書の書式記号です。消してください。`,
      entity: (d: { found: string }) => `「${d.found}」は文字の代わりの符号です。本来の文字に直してください。`,
      tag: (d: { found: string }) => `「${d.found}」はホームページの書式の指定です。消してください。`,
      escape: (d: { found: string }) => `「${d.found}」は改行などを表す符号です。消すか、改行に直してください。`,
      formula: (d: { found: string }) => `計算式のエラー「${d.found}」が表示されています。式の参照先を直してください。`,
    },
  },

  check(context, report) {
    for (const { at, source, text } of cellTexts(context)) {
      if (!SUSPECT.test(text)) continue;
      for (const { pattern, messageId, severity, instead } of RESIDUES) {
        for (const match of allMatches(text, pattern)) {
          const lead = /^\s*/u.exec(match[0])![0].length;
          const found = match[0].trim();
          const start = match.index + lead;
          const span = { start, end: instead ? match.index + match[0].length : start + found.length };
          const fixes = instead
            ? [
                fixText(
                  `「${found}」を${instead(match[0]) === "" ? "消す" : "直す"}`,
                  textEdit(source, span, instead(found)),
                ),
              ]
            : [];
          report({ messageId, data: { found }, at, span, severity, fixes });
        }
      }
    }
  },
});

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1);
  const known = ENTITIES[name];
  if (known !== undefined) return known;
  const code = /^#x/iu.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return String.fromCodePoint(code);
}
