import type { JsonSchema } from "../form/json-schema.ts";
import type { Dictionaries } from "./dictionaries.ts";

const text: JsonSchema = { type: "string", minLength: 1 };
const source: JsonSchema = { ...text, description: "根拠（決まりの名前、または理由）です。" };

function entries(
  description: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema {
  return {
    type: "array",
    description,
    items: {
      type: "object",
      properties: { ...properties, source },
      required: [...required, "source"],
      additionalProperties: false,
    },
  };
}

const texts = (description: string): JsonSchema => ({ type: "array", items: text, minItems: 1, description });
const year = (description: string): JsonSchema => ({ type: "integer", minimum: 1868, maximum: 2200, description });

/** What each file of a `dictionaries` folder holds; the file is named after the key. */
export const DICTIONARY_SCHEMAS: Readonly<Record<keyof Dictionaries, JsonSchema>> = {
  spellings: entries(
    "一つの語の表記の一覧です。",
    {
      spellings: texts("同じ語の書き方です。文書の中で同数のときは先頭を勧めます。"),
      except: texts("この中の文字としては数えない、固有の名称や別の語です。"),
    },
    ["spellings"],
  ),
  homophones: entries(
    "同音や形の似た語の誤りの一覧です。",
    {
      wrong: { ...text, description: "誤りと考えられる語です。" },
      right: { ...text, description: "意図されたと考えられる語です。" },
      near: texts("同じ文にこのどれかがあるときだけ指摘します。"),
      except: texts("この語の一部であるときは指摘しません。"),
    },
    ["wrong", "right"],
  ),
  terms: entries(
    "制度や事業の正式な名称の一覧です。",
    {
      term: { ...text, description: "正式な名称です。" },
      informal: texts("正式でない書き方です。"),
    },
    ["term", "informal"],
  ),
  organisations: entries(
    "組織の一覧です。",
    {
      name: { ...text, description: "正式な名前です。" },
      aliases: texts("旧名、略称、誤りやすい表記です。"),
      from: year("この名前になった年度（西暦）です。"),
      until: year("この名前であった最後の年度（西暦）です。"),
    },
    ["name"],
  ),
  aliases: entries("年度が変わっても同じものを指す名称の一覧です。", { names: texts("同じものを指す名称です。") }, [
    "names",
  ]),
};
