import { styleText } from "node:util";
import { RULES } from "../../core/validation/rules/index.ts";
import type { Output } from "../console-text.ts";
import { EXIT } from "../exit-code.ts";

const SEVERITIES = { error: "誤り", warning: "警告", info: "情報" } as const;

/** Lists every rule with its severity and what it finds. */
export function rules(output: Output): number {
  for (const { meta } of RULES) {
    const clause = meta.standard === undefined ? "" : `（基準 ${meta.standard}）`;
    output.out(`${SEVERITIES[meta.severity]}  ${styleText("bold", meta.id)}  ${meta.title}${clause}`);
  }
  output.out(`${RULES.length} の規則があります。詳しくは docs/rules.md にあります。`);
  return EXIT.done;
}
