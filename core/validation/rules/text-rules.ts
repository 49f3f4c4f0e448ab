import type { Rule } from "../rule.ts";
import { bracketUnbalanced } from "./bracket-unbalanced.ts";
import { circledNumberOrder } from "./circled-number-order.ts";
import { homophoneSuspected } from "./homophone-suspected.ts";
import { lineBreakInPhrase } from "./line-break-in-phrase.ts";
import { particleDoubled } from "./particle-doubled.ts";
import { particleWrong } from "./particle-wrong.ts";
import { platformDependentCharacter } from "./platform-dependent-character.ts";
import { separatorMissing } from "./separator-missing.ts";
import { styleMixed } from "./style-mixed.ts";
import { terminalPunctuationMissing } from "./terminal-punctuation-missing.ts";
import { textTruncated } from "./text-truncated.ts";
import { verbEndingBroken } from "./verb-ending-broken.ts";
import { wordDoubled } from "./word-doubled.ts";
import { wordSplitBySpace } from "./word-split-by-space.ts";
import { wordingRedundant } from "./wording-redundant.ts";

/** Rules about single texts: spelling, marks and wording. */
export const textRules: readonly Rule[] = [
  textTruncated,
  bracketUnbalanced,
  wordSplitBySpace,
  lineBreakInPhrase,
  particleDoubled,
  particleWrong,
  verbEndingBroken,
  wordDoubled,
  homophoneSuspected,
  separatorMissing,
  circledNumberOrder,
  terminalPunctuationMissing,
  styleMixed,
  platformDependentCharacter,
  wordingRedundant,
];
