import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { RULES } from "../../core/validation/rules/index.ts";
import { idleJudgements, type Quality, type Share } from "../../renderer/quality/measures.ts";
import { readQualityData } from "../../renderer/quality/quality-data.ts";
import { qualityPage, type QualityReport } from "../../renderer/quality/quality-page.ts";
import { qualityReport } from "../../renderer/quality/quality-report.ts";
import { docsFolder, formatted } from "../docs/docs-page.ts";

const PAGE = join(docsFolder, "validation-quality.md");
const data = readQualityData();

let report: QualityReport;
let samples: Quality;
beforeAll(async () => {
  report = await qualityReport(dateOfPage());
  samples = report.samples;
});

/** The date is that of the measurement, which the page alone knows. */
function dateOfPage(): string {
  return /測定日: (\d{4}-\d{2}-\d{2})/u.exec(readFileSync(PAGE, "utf8"))?.[1] ?? "";
}

const shareOf = ({ part, whole }: Share) => part / whole;

describe("aims on the samples", () => {
  test("of what is certain, four in five are found", () => {
    expect(shareOf(samples.recall.certain)).toBeGreaterThanOrEqual(0.8);
  });

  test("of what is likely, half is found", () => {
    expect(shareOf(samples.recall.likely)).toBeGreaterThanOrEqual(0.5);
  });

  test("no error is false", () => {
    expect(samples.wrong.filter(({ diagnostic }) => diagnostic.severity === "error")).toEqual([]);
  });

  test("of the warnings at most one in ten is false", () => {
    expect(shareOf(samples.precision.warning)).toBeGreaterThanOrEqual(0.9);
  });

  test("at the controls all rules are silent", () => {
    expect(samples.disturbed.map(({ finding }) => finding.id)).toEqual([]);
  });
});

describe("the records", () => {
  test("every diagnostic is judged", () => {
    const unjudged = [...samples.unjudged, ...report.others.unjudged];
    expect(unjudged.map(({ document, address, ruleId, text }) => `${document} ${address} ${ruleId} ${text}`)).toEqual(
      [],
    );
  });

  test("no judgement outlives its diagnostic", () => {
    const diagnostics = [...samples.judged, ...report.others.judged].map(({ diagnostic }) => diagnostic);
    expect(idleJudgements(diagnostics, data.judgements)).toEqual([]);
  });

  test("exactly what is not found has its reason", () => {
    expect(Object.keys(data.misses).sort()).toEqual(samples.missed.map(({ id }) => id).sort());
  });

  test("what is judged wrong says why", () => {
    expect([...samples.wrong, ...report.others.wrong].filter(({ reason }) => !reason)).toEqual([]);
  });

  test("every idea of the findings is mapped to rules that exist", () => {
    const ids = new Set(RULES.map(({ meta }) => meta.id));
    expect([...new Set(data.findings.map(({ rule }) => rule))].filter((rule) => !(rule in data.ruleMap))).toEqual([]);
    expect(Object.values(data.ruleMap).flatMap((rules) => rules.filter((id) => !ids.has(id)))).toEqual([]);
  });
});

test("docs/validation-quality.md says what is measured", async () => {
  await expect(await formatted(qualityPage(report))).toMatchFileSnapshot(PAGE);
});
