import { UserError } from "../../core/user-error.ts";

/** Characters that Japanese systems write in one way and Windows in another. */
const WINDOWS_FORMS: Readonly<Record<string, string>> = {
  "〜": "～",
  "−": "－",
  "‖": "∥",
  "—": "―",
  "¢": "￠",
  "£": "￡",
  "¬": "￢",
};

/**
 * A text in CP932 (Shift_JIS as Windows has it), which Excel opens without being told.
 * @throws UserError `output-not-writable` naming the characters that CP932 does not have: nothing is replaced in silence.
 */
export function encodeCp932(text: string, file: string): Uint8Array {
  const table = (byCharacter ??= codeTable());
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const character of text) {
    const code = table.get(character) ?? table.get(WINDOWS_FORMS[character] ?? "");
    if (code === undefined) missing.add(character);
    else if (code > 0xff) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code);
  }
  if (missing.size > 0) {
    throw new UserError(
      "output-not-writable",
      `「${file}」に、CP932 にない文字があります: ${[...missing].slice(0, 10).join(" ")}`,
      "--encoding を付けずに UTF-8 で書き出すか、文字を書き換えてください。",
    );
  }
  return Uint8Array.from(bytes);
}

let byCharacter: Map<string, number> | undefined;

/** Built from the decoder: it knows every code, and Node has no encoder. */
function codeTable(): Map<string, number> {
  const decoder = new TextDecoder("shift_jis", { fatal: false });
  const table = new Map<string, number>();
  const add = (code: number, bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    // Of two codes of one character Windows writes the first, but NEC's before IBM's extensions.
    if (Array.from(character).length === 1 && character !== "\ufffd" && !table.has(character))
      table.set(character, code);
  };
  for (let byte = 0; byte <= 0xff; byte++) add(byte, [byte]);
  const leads = [...range(0x81, 0x9f), ...range(0xe0, 0xec), ...range(0xfa, 0xfc), ...range(0xed, 0xef)];
  for (const lead of leads) {
    for (const trail of range(0x40, 0xfc)) if (trail !== 0x7f) add((lead << 8) | trail, [lead, trail]);
  }
  return table;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
