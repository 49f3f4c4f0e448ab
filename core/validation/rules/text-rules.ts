import type { Rule } from "../rule.ts";
import { wordSplitBySpace } from "./word-split-by-space.ts";

export const textRules: readonly Rule[] = [wordSplitBySpace];
