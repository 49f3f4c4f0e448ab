import { bundledForms } from "../../../addin/review/bundled-forms.ts";
import type { Review, RuleInfo } from "../../../addin/review/review-protocol.ts";
import { ReviewSession } from "../../../addin/review/review-session.ts";
import { readSample, type SampleName } from "../../support/samples.ts";

/** The real review of a sample workbook, with what there is to say of the rules. */
export async function sampleReview(
  name: SampleName,
): Promise<{ review: Review; rules: Readonly<Record<string, RuleInfo>> }> {
  const session = new ReviewSession(bundledForms);
  await session.open({ snapshot: await readSample(name) });
  return { review: await session.check(), rules: await session.rules() };
}
