import type { Rule } from "../../core/validation/rule.ts";
import { RULE_CATEGORY_TITLES } from "../../core/validation/rule-categories.ts";
import { STANDARD_CLAUSES } from "../../core/validation/standard-clauses.ts";
import type { RuleInfo } from "./review-protocol.ts";

/** Lines of 「確認済み」 that no longer count: no rule finds them. */
const ACCEPTANCE_REMARKS: readonly RuleInfo[] = [
  {
    id: "acceptance-unused",
    severity: "info",
    category: "acceptance",
    categoryTitle: "確認済み",
    title: "当たる指摘のない確認",
    description:
      "確認したときの値が変わったか、指摘の箇所が直っています。残しておくと、何を確認したのかが分からなくなります。",
    remedy: "値が変わったときは、確認し直してください。直っているときは、シート「確認済み」のその行を消してください。",
  },
  {
    id: "acceptance-without-reason",
    severity: "info",
    category: "acceptance",
    categoryTitle: "確認済み",
    title: "理由のない確認",
    description: "理由のない確認は数えません。あとから見る人に、なぜこのままでよいのかが伝わらないためです。",
    remedy: "シート「確認済み」の「理由」を書いてください。",
  },
];

/** What there is to say of each rule, by id; of the remarks on acceptances too. */
export function ruleInfos(rules: readonly Rule[]): Readonly<Record<string, RuleInfo>> {
  return Object.fromEntries([...rules.map(ruleInfo), ...ACCEPTANCE_REMARKS].map((info) => [info.id, info]));
}

function ruleInfo({ meta }: Rule): RuleInfo {
  const { id, severity, category, title, description, remedy, standard } = meta;
  const clause = standard === undefined ? undefined : STANDARD_CLAUSES[standard];
  return {
    id,
    severity,
    category,
    categoryTitle: RULE_CATEGORY_TITLES[category],
    title,
    description,
    remedy,
    ...(standard === undefined ? {} : { standard }),
    ...(clause === undefined ? {} : { standardText: clause }),
  };
}
