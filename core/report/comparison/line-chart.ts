import type { LineChart } from "./comparison-model.ts";

const SIZE = { width: 104, height: 30 } as const;
/** Room for the dots. */
const INSET = 5;

/**
 * A line through the values of a few years, from left to right. Values below nought hang below the line of nought,
 * which is always there: a small change looks small.
 */
export function lineChart(values: readonly number[], alternative: string): LineChart {
  const { width, height } = SIZE;
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const y = (value: number) => round(INSET + ((top - value) / (top - bottom || 1)) * (height - 2 * INSET));
  const step = (width - 2 * INSET) / Math.max(1, values.length - 1);
  const points = values.map((value, i) => ({
    x: round(INSET + i * step),
    y: y(value),
    isLast: i === values.length - 1,
  }));
  return { ...SIZE, base: y(0), line: points.map((point) => `${point.x},${point.y}`).join(" "), points, alternative };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
