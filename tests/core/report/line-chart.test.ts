import { expect, test } from "vitest";
import { lineChart } from "../../../core/report/comparison/line-chart.ts";

test("the line of nought is always there, and the largest value is at the top", () => {
  const { base, points, line, width, height } = lineChart([50, 100], "説明");
  expect(base).toBe(height - 5);
  expect(points).toEqual([
    { x: 5, y: 15, isLast: false },
    { x: width - 5, y: 5, isLast: true },
  ]);
  expect(line).toBe(`5,15 ${width - 5},5`);
});

test.each([
  ["values below nought hang below the line of nought", [-10, 10], { base: 15, ys: [25, 5] }],
  ["nothing but nought lies on the line", [0, 0, 0], { base: 5, ys: [5, 5, 5] }],
  ["a single value", [3], { base: 25, ys: [5] }],
])("%s", (_, values, { base, ys }) => {
  const chart = lineChart(values, "説明");
  expect({ base: chart.base, ys: chart.points.map(({ y }) => y) }).toEqual({ base, ys });
});
