import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { officeErrorText } from "../../../addin/workbook/office-error-text.ts";
import { officeErrorTexts } from "../../../addin/workbook/office-error-texts.ts";
import { openSimulatedExcel } from "../../excel-host/simulated-excel.ts";
import { hazardWorkbook } from "./hazard-workbooks.ts";

/** The codes on Microsoft's page “Error handling with the application-specific JavaScript APIs”, of all and of Excel. */
const documented =
  `AccessDenied ActivityLimitReached ApiNotAvailable ApiNotFound BadPassword Conflict ContentLengthRequired
  GeneralException HostRestartNeeded InsertDeleteConflict InvalidArgument InvalidBinding InvalidOperation InvalidReference
  InvalidRequest InvalidRibbonDefinition InvalidSelection ItemAlreadyExists ItemNotFound MemoryLimitReached NotImplemented
  RequestAborted RequestPayloadSizeLimitExceeded ResponsePayloadSizeLimitExceeded ServiceNotAvailable Unauthenticated
  UnsupportedFeature UnsupportedOperation EmptyChartSeries FilteredRangeConflict FormulaLengthExceedsLimit InactiveWorkbook
  InvalidOperationInCellEditMode MergedRangeConflict NonBlankCellOffSheet OperationCellsExceedLimit PivotTableRangeConflict
  RangeExceedsLimit RefreshWorkbookLinksBlocked UnsupportedSheet`.split(/\s+/u);

/** Those of “Office Common API error codes”. */
const common = [
  ...[1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009],
  ...[2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010],
  ...[3000, 3001, 3002, 3003, 3004, 3005, 3006, 3007, 3008, 3009, 3010],
  ...[4000, 4001, 4002, 5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5009, 5012, 6000, 6100, 7000, 7001, 7002, 7004],
  ...[8000, 8010, 8011, 8012, 8020, 8021, 8022, 9016, 9020, 9021, 9022, 9041, 9043, 9057],
  ...[12002, 12003, 12004, 12005, 12006, 12007, 12009, 12011, 13001, 13012],
];

const packageFolder = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json"));
const script = readFileSync(join(packageFolder, "dist", "excel-web-16.00.debug.js"), "utf8");

/** The codes that the genuine office.js itself has. */
const ofLibrary = [...script.matchAll(/ErrorCodes(?:\.\w+|\["\w+"\]) = ["'](\w+)["']/gu)].map(([, code]) => code!);

const unknown = officeErrorText(new Error("boom"));
/** Names of programs and keys, which Japanese Excel has in Latin letters. */
const namesIn = (text: string) => text.replaceAll(/Excel|Enter|Esc|F9/gu, "");

describe("every error has a Japanese text", () => {
  test("of each code in Microsoft's documentation and in office.js", () => {
    expect(ofLibrary.length).toBeGreaterThan(60);
    const missing = [...documented, "Client Error", ...ofLibrary].filter((code) => !(code in officeErrorTexts));
    expect([...new Set(missing)]).toEqual([]);
  });

  test.each([...Object.keys(officeErrorTexts), ...common, "NoSuchCode", "", "toString", 999, 77_777])("%s", (code) => {
    const { title, advice } = officeErrorText(Object.assign(new Error("The argument is invalid."), { code }));
    expect(title).toMatch(/^[^。]+。$/u);
    expect(advice).toMatch(/。$/u);
    expect(namesIn(`${title}${advice}`)).not.toMatch(/[A-Za-zＡ-ｚ]/u);
    expect(`${title}${advice}`).not.toMatch(/undefined|null/u);
  });

  test.each([undefined, null, "words", 12, new TypeError("x is not a function"), { code: {} }])("of %j", (thrown) => {
    expect(officeErrorText(thrown)).toEqual({ ...unknown, detail: officeErrorText(thrown).detail });
    expect(namesIn(officeErrorText(thrown).title)).not.toMatch(/[A-Za-z]/u);
  });
});

test("what is told differs by what a person can do", () => {
  const of = (code: string | number) => officeErrorText(Object.assign(new Error(""), { code }));
  expect(of("InvalidOperationInCellEditMode").advice).toContain("Enter キー");
  expect(of("AccessDenied").title).toContain("保護");
  expect(of("ApiNotFound").canRetry).toBe(false);
  expect(of("RequestPayloadSizeLimitExceeded").title).toContain("多すぎて");
  expect(of(5012).title).toBe(of("InvalidOrTimedOutSession").title);
  expect(officeErrorText(new DOMException("signal timed out", "TimeoutError")).title).toContain("ネットワーク");
});

test("sheets that could not be taken away again are mentioned", () => {
  const first = Object.assign(new Error("too large"), { code: "RequestPayloadSizeLimitExceeded" });
  const text = officeErrorText(new AggregateError([first, new Error("second")]));
  expect(text.title).toContain("多すぎて");
  expect(text.advice).toContain("作りかけのシート");
});

test("an error of the genuine office.js has its code and place in the detail only", async () => {
  const excel = await openSimulatedExcel(await hazardWorkbook((sheet) => (sheet.getCell("A1").value = 1)));
  const failed = excel.run(async (context) => {
    context.workbook.worksheets.getItem("ない").load("name");
    await context.sync();
  });
  const error: unknown = await failed.catch((thrown: unknown) => thrown);
  expect(officeErrorText(error)).toMatchObject({ ...officeErrorTexts.ItemNotFound });
  expect(officeErrorText(error).detail).toContain("ItemNotFound");
});
