import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MANIFEST_RULES, manifestAddresses, manifestFaults } from "../../../addin/packaging/manifest-faults.ts";
import { LOCAL_ADDRESS, manifestFor } from "../../../addin/packaging/manifest-for.ts";

const manifest = readFileSync(join(import.meta.dirname, "../../../manifest.xml"), "utf8");

test("the manifest of the project breaks no rule, wherever the pane is served", () => {
  expect(manifestFaults(manifest)).toEqual([]);
  const elsewhere = manifestFor(manifest, "https://intra.example.lg.jp/hyoka/");
  expect(manifestFaults(elsewhere)).toEqual([]);
  expect(elsewhere).not.toContain(LOCAL_ADDRESS);
  expect(manifestAddresses(elsewhere)).toContain("https://intra.example.lg.jp/hyoka/taskpane.html");
});

/** One fault for each rule: what is replaced in the good manifest, and by what. */
const FAULTY: Readonly<Record<keyof typeof MANIFEST_RULES, readonly [string | RegExp, string]>> = {
  "xml-broken": ["</OfficeApp>", "</Office>"],
  "id-not-guid": [/<Id>.*<\/Id>/u, "<Id>hyoka</Id>"],
  "version-too-low": ["<Version>1.0.0.0<", "<Version>0.9.0.0<"],
  "host-wrong": ['<Host Name="Workbook"/>', '<Host Name="Document"/>'],
  "url-not-https": [`${LOCAL_ADDRESS}/help.html`, "http://localhost:3000/help.html"],
  "origin-mixed": [`${LOCAL_ADDRESS}/icons/check-16.png`, "https://example.lg.jp/icons/check-16.png"],
  "resid-dangling": ['<SourceLocation resid="Check.Url"/>', '<SourceLocation resid="Chek.Url"/>'],
  "resid-wrong-kind": ['<Label resid="Group.Label"/>', '<Label resid="Check.Description"/>'],
  "resid-too-long": [/"Check\.Description"/gu, '"Check.Description.Of.The.First.Button"'],
  "resource-unused": ['<Label resid="Group.Label"/>', '<Label resid="Check.Label"/>'],
  "resource-duplicate": ['<bt:Image id="Icon.Check.16"', '<bt:Image id="Icon.Check.32"'],
  "string-too-long": ['DefaultValue="評価表"', `DefaultValue="${"評".repeat(126)}"`],
  "override-duplicate": [
    '<bt:Override Locale="en-US" Value="Evaluation"/>',
    '<bt:Override Locale="en-US" Value="A"/><bt:Override Locale="en-US" Value="B"/>',
  ],
  "translation-missing": ['<bt:Override Locale="en-US" Value="Evaluation"/>', ""],
  "icon-size-missing": ['<bt:Image size="80" resid="Icon.Help.80"/>', ""],
  "control-id-duplicate": ['id="Hyoka.Help"', 'id="Hyoka.Check"'],
  "function-file-missing": ['<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ExecuteFunction">'],
};

describe("a manifest with one fault", () => {
  test.each(Object.entries(FAULTY))("%s", (rule, [from, to]) => {
    const faulty = manifest.replace(from, to);
    expect(faulty).not.toBe(manifest);
    expect(manifestFaults(faulty).map((fault) => fault.rule)).toContain(rule);
  });
});
