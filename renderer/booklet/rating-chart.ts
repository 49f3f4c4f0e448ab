import Handlebars from "handlebars";
import type { RatingSummary } from "../../core/report/rating-summary.ts";

const { escapeExpression } = Handlebars;

/** Measures in the drawing's own units; it is as wide as the page. */
const WIDTH = 700;
const BAR = 26;
const KEY = 24;
/** Shades from dark to light, and hatching in turn: told apart without colour. */
const FILLS = ["#2b5c8a", "url(#hatch)", "#9db8cf", "url(#dots)", "#e4e9ee", "#ffffff"];

/** A bar of the shares of each grade, over all departments; its alternative text says the same in words. */
export function ratingChart({ grades, total, field }: RatingSummary): string {
  if (total.sum === 0) return "";
  const shares = grades.map((grade, i) => ({ grade, count: total.counts[i]!, fill: FILLS[i % FILLS.length]! }));
  let x = 0;
  const bars = shares.map(({ count, fill }) => {
    const width = (count / total.sum) * WIDTH;
    const bar = `<rect x="${round(x)}" y="0" width="${round(width)}" height="${BAR}" fill="${fill}" stroke="#333" stroke-width="0.8"/>`;
    x += width;
    return count > 0 ? bar : "";
  });
  const step = WIDTH / Math.max(shares.length, 1);
  const keys = shares.map(({ grade, count, fill }, i) => {
    const left = round(i * step);
    return (
      `<rect x="${left}" y="${BAR + 10}" width="14" height="12" fill="${fill}" stroke="#333" stroke-width="0.8"/>` +
      `<text x="${left + 20}" y="${BAR + 20}" font-size="12">${escapeExpression(grade)} ${count}（${percentage(count, total.sum)}）</text>`
    );
  });
  const words = shares.map(({ grade, count }) => `${grade} ${count} 件（${percentage(count, total.sum)}）`).join("、");
  return `<svg role="img" aria-label="${escapeExpression(`${field}の割合。${words}`)}" viewBox="-1 -1 ${WIDTH + 2} ${BAR + KEY + 2}">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#2b5c8a"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.3" fill="#2b5c8a"/></pattern></defs>
${bars.join("")}${keys.join("")}
</svg>`;
}

/** A share as people read it: 62.5%; nothing for a share of nothing. */
export function percentage(count: number, sum: number): string {
  return sum === 0 ? "" : `${((count / sum) * 100).toFixed(1)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
