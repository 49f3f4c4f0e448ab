import Handlebars from "handlebars";
import { expect, test } from "vitest";
import { TEMPLATE_HELPERS } from "../../../renderer/html/template-helpers.ts";

const handlebars = Handlebars.create();
for (const [name, helper] of Object.entries(TEMPLATE_HELPERS)) handlebars.registerHelper(name, helper);
const line = (text: string) => `<span class="line">${text}</span>`;
const item = (marker: string, text: string) =>
  `<span class="line item"><span class="item-marker">${marker}</span>${text}</span>`;

test.each([
  ["{{lines v}}", "一つの文。", "一つの文。"],
  ["{{lines v}}", "", ""],
  ["{{lines v}}", "<b>&", "&lt;b&gt;&amp;"],
  ["{{lines v}}", "一行目\r\n二行目", line("一行目") + line("二行目")],
  ["{{lines v}}", "①相談した。②支援した。", item("①", "相談した。") + item("②", "支援した。")],
  ["{{lines v}}", "●会議\n集まった。\n●研修", item("●", "会議") + line("集まった。") + item("●", "研修")],
  ["{{lines v}}", "②を参照する。", item("②", "を参照する。")],
  ["{{lines v}}", "①<i>", item("①", "&lt;i&gt;")],
  ["{{number v}}", "1234567", "1,234,567"],
  ["{{number v}}", "-12345.678", "-12,345.678"],
  ["{{number v}}", "999", "999"],
  ["{{number v}}", "1,234", "1,234"],
  ["{{number v}}", "約1234人", "約1234人"],
  ["{{number v}}", 98000, "98,000"],
  ["{{wareki v}}", "2026-04-01", "令和8年4月1日"],
  ["{{wareki v}}", 2019, "令和元年度"],
  ["{{#if (eq v 'list')}}はい{{/if}}", "list", "はい"],
  ["{{#if (eq v 'list')}}はい{{/if}}", "card", ""],
  ["{{#if (oneOf v 'note' 'residue')}}はい{{/if}}", "residue", "はい"],
  ["{{#if (oneOf v 'note' 'residue')}}はい{{/if}}", "title", ""],
  ["{{#if (gt v 1)}}はい{{/if}}", 2, "はい"],
  ["{{#if (gt v 1)}}はい{{/if}}", 1, ""],
  ["<h{{add v 1}}>", 2, "<h3>"],
])("%s of %j is %j", (template, v, html) => {
  expect(handlebars.compile(template)({ v })).toBe(html);
});

test("no helper is without a case", () => {
  expect(Object.keys(TEMPLATE_HELPERS).sort()).toEqual(["add", "eq", "gt", "lines", "number", "oneOf", "wareki"]);
});
