import type { JSX } from "preact";
import type { Finding } from "../../review/review-protocol.ts";
import { excerptOf } from "../findings/excerpt.ts";

/** The words of the cell that the finding is about, marked, with what stands around them. */
export function ExcerptPart({ finding }: { readonly finding: Finding }): JSX.Element | null {
  if (finding.state === "lapsed") return null;
  const excerpt = excerptOf(finding);
  return (
    <section class="excerpt">
      <h3>該当箇所</h3>
      {excerpt ? (
        <blockquote>
          {excerpt.before}
          {excerpt.isWhole ? excerpt.words : <mark>{excerpt.words}</mark>}
          {excerpt.after}
        </blockquote>
      ) : (
        <p class="faint">（空欄）</p>
      )}
    </section>
  );
}
