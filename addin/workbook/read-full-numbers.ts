import { type Piece, readPieces } from "./read-pieces.ts";

interface FormattedNumber {
  readonly key: string;
  readonly value: number;
  readonly format: string;
}

/** A function call costs Excel more than a cell does. */
const weightOfCall = 20;
const colours = /\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]/gi;

/**
 * What a wide column would show for numbers that a narrow one shows as ####, by key: Excel's own TEXT function says it.
 * A number that it cannot show stands as it is.
 */
export async function readFullNumbers(
  context: Excel.RequestContext,
  numbers: readonly FormattedNumber[],
): Promise<ReadonlyMap<string, string>> {
  const distinct = new Map(numbers.map((number) => [number.key, number]));
  const pieces = [...distinct.values()].map((number) => textPiece(context, number));
  return new Map(await readPieces(context, pieces));
}

function textPiece(context: Excel.RequestContext, { key, value, format }: FormattedNumber): Piece<[string, string]> {
  return {
    weight: weightOfCall,
    queue() {
      // Japanese Excel knows colours by their Japanese names only.
      const result = context.workbook.functions.text(value, format.replace(colours, ""));
      result.load(["value", "error"]);
      return () => [key, shown(result) ?? String(value)];
    },
    split: () => [],
  };
}

function shown({ value, error }: { readonly value: unknown; readonly error: string | null }): string | undefined {
  return typeof value === "string" && !error ? value.trim() : undefined;
}
