import { sentenceEnding } from "../../text/tense.ts";
import { sentencesOf } from "../cell-reading.ts";
import { defineRule } from "../rule.ts";

/** What was done: an activity, not its worth. */
const ACTIVITY =
  /(?:行った|行なった|おこなった|行いました|実施した|実施しました|開催した|開催しました|配布した|配付した|作成した|開始した|設置した|整備した|支給した|交付した|助成した|支援した|提供した|周知した|派遣した|配置した|策定した|改修した|修繕した|発行した|掲載した|更新した|導入した|運営した|受け付けた|対応した|努めた|努めました|取り組んだ|取組んだ|進めた|図った|継続した)$/u;
/** Any word of worth, effect, trouble or comparison makes it a judgement. */
const JUDGEMENT =
  /評価|概ね|おおむね|順調|計画(?:どおり|通り)|予定(?:どおり|通り)|当初|目標|達成|効果|成果|課題|必要性|有効|有意義|図られ|(?:つなが|繋が)っ|高ま|深ま|広が|寄与|貢献|資す|資し|促進され|推進され|軽減され|解消|改善され|改善し|抑制|(?:が|は|も|の?)向上(?:し|につな|が|に資|に寄与)|増加|減少|増え|減っ|減り|増し|倍|上回|下回|好評|満足|でき(?:た|まし|て|、)|出来(?:た|まし|て)|浸透|定着|不足|困難|難し|遅れ|十分|適切|適正|的確|円滑|良好|良か|よかった|高い|多く|少な|一定|ほぼ|率|％|%|割合|前年|昨年度より|昨年度比|例年|役立|役に立|喜ば|感謝|実感|成功|影響|貢献|未達|概成|進捗|進ん|強化され|確保され|醸成|なった|至っ|及ぼ|中止|しかし|一方|反面|ものの|が、/u;

/** An evaluation that tells once more what was done. */
export const evaluationWithoutJudgement = defineRule({
  meta: {
    id: "evaluation-without-judgement",
    category: "meaning",
    title: "評価の欄に評価が書かれていない",
    description:
      "実績に対する評価の欄が「～を行った。」だけで終わっていると、行ったことがどのような効果を上げたのか、目標に対して十分だったのかが分かりません。",
    scope: "record",
    severity: "warning",
    example: {
      wrong: "実績に対する評価: 就業相談支援、セミナー開催により、ひとり親家庭に対する支援を継続的に行った。",
      right: "実績に対する評価: 相談者612人のうち98人が就職し、目標の90人を上回った。",
    },
    remedy: "行ったことによる変化（増えた、減った、できるようになった）、目標との差、残った課題を書きます。",
    options: {
      minLength: { default: 5, description: "これより短い記述は調べません（文字数）。" },
    },
    messages: {
      activity: (d: { ending: string }) =>
        `評価の欄が「${d.ending}」と、行ったことだけで終わっています。効果や目標に対する達成の程度を書いてください。`,
    },
  },

  check({ written, options }, report) {
    for (const value of written("evaluation")) {
      if (value.record.kind !== "record" || value.text.length < options.minLength || JUDGEMENT.test(value.text))
        continue;
      const endings = sentencesOf(value).map(({ text }) => {
        const { end } = sentenceEnding(text);
        return text.slice(0, end);
      });
      if (endings.length === 0 || !endings.every((ending) => ACTIVITY.test(ending))) continue;
      report({ messageId: "activity", data: { ending: ACTIVITY.exec(endings.at(-1)!)![0] }, at: value });
    }
  },
});
