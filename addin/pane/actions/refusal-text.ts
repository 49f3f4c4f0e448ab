import type { AppliedEdits, Refusal } from "../../workbook/apply-edits.ts";

/** Names of cells in one sentence; the rest is counted. */
const MOST_CELLS = 5;

/** Why cells were left as they are: one sentence for each reason. */
export function refusalTexts({ refused }: Pick<AppliedEdits, "refused">): string[] {
  return (Object.keys(SENTENCES) as Refusal[]).flatMap((reason) => {
    const edits = refused.filter((refusal) => refusal.reason === reason).map(({ edit }) => edit);
    if (edits.length === 0) return [];
    const sheets = [...new Set(edits.map(({ sheet }) => `「${sheet}」`))].join("、");
    return [SENTENCES[reason](cellList(edits.map(({ address }) => address)), sheets)];
  });
}

/** What is said where a sheet of the pane's own cannot be written. */
export function protectedSheetText(sheet: string): string {
  return `シート「${sheet}」は保護されているので、書き込めませんでした。「校閲」の「シート保護の解除」のあと、もう一度お試しください。`;
}

const SENTENCES: Readonly<Record<Refusal, (cells: string, sheets: string) => string>> = {
  changed: (cells) => `${cells}は値が変わっていたので、書き換えませんでした。`,
  formula: (cells) => `${cells}は数式なので、書き換えませんでした。元の式を直してください。`,
  protected: (_, sheets) =>
    `シート${sheets}は保護されているので、書き換えませんでした。「校閲」の「シート保護の解除」のあと、もう一度お試しください。`,
  missing: (cells, sheets) => `シート${sheets}の ${cells}が見つからないので、書き換えませんでした。`,
};

/** 「F8 」, or 「A1、A2 など 6 か所」: a particle may follow. */
function cellList(addresses: readonly string[]): string {
  const shown = addresses.slice(0, MOST_CELLS).join("、");
  return addresses.length > MOST_CELLS ? `${shown} など ${addresses.length} か所` : `${shown} `;
}
