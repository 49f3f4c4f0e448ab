import { foldText } from "../../text/fold.ts";
import type { FieldValue } from "../field-value.ts";
import { defineRule } from "../rule.ts";

/** Constraint `unique` of Table Schema. A field that is the whole primary key belongs to `key-duplicate`. */
export const valueNotUnique = defineRule({
  meta: {
    id: "value-not-unique",
    category: "structure",
    title: "重複してはならない値の重複",
    description: "様式が一意と定めた値が二つの行にあると、片方を参照した資料がどちらを指すのか分かりません。",
    severity: "error",
    example: {
      wrong: "管理番号 0312 | 公園の整備 / 管理番号 0312 | 河川の整備",
      right: "管理番号 0312 / 管理番号 0313",
    },
    remedy: "どちらが正しいかを確かめ、片方を改めます。",
    messages: {
      duplicate: (d: { title: string; text: string; address: number }) =>
        `「${d.title}」の「${d.text}」は ${d.address} 行目にもあります。どちらかを改めてください。`,
    },
  },

  check({ values, form }, report) {
    const wholeKeys = new Set(
      form.resources.flatMap(({ name, schema: { primaryKey = [] } }) =>
        primaryKey.length === 1 ? [`${name}/${primaryKey[0]!}`] : [],
      ),
    );
    const seen = new Map<string, FieldValue>();
    for (const value of values) {
      const { field, table, record, text, isBlank, isPlaceholder, inherited } = value;
      if (!field.constraints?.unique || isBlank || isPlaceholder || inherited || record.kind !== "record") continue;
      if (wholeKeys.has(`${table.resource}/${field.name}`)) continue;
      const key = `${table.resource}/${field.name}/${foldText(text)}`;
      const twin = seen.get(key);
      if (!twin) {
        seen.set(key, value);
        continue;
      }
      const data = { title: field.title, text: text.trim(), address: twin.cell.row };
      report({ messageId: "duplicate", data, at: value });
    }
  },
});
