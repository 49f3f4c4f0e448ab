import { expect, test } from "vitest";
import { escapePattern } from "../../../core/text/escape-pattern.ts";

test.each(["a.b", "（1）[2]{3}", "^$|?*+\\/", "-1", "１,000円", "$&", "𠮷野家"])(
  "%s is found, and nothing else",
  (text) => {
    const pattern = new RegExp(`^(?:${escapePattern(text)})$`, "u");
    expect(pattern.test(text)).toBe(true);
    expect(pattern.test(text.replace(/.$/u, "x"))).toBe(false);
  },
);
