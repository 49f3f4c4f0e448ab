import { addSheets } from "../../workbook/add-sheets.ts";
import { appendAcceptances } from "../../workbook/append-acceptances.ts";
import { appendManualPairs } from "../../workbook/append-manual-pairs.ts";
import { applyEdits } from "../../workbook/apply-edits.ts";
import { describeWorkbook } from "../../workbook/describe-workbook.ts";
import { readSheets, readWorkbook } from "../../workbook/read-workbook.ts";
import { removeAcceptance } from "../../workbook/remove-acceptance.ts";
import { runExcel } from "../../workbook/run-excel.ts";
import { selectCell } from "../../workbook/select-cell.ts";
import { watchWorkbook, type Watch, type WatchOptions } from "../../workbook/watch-workbook.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/**
 * The workbook that is open in Excel.
 * @param world how Excel is reached, and how it is watched; as it stands in the pane when nothing is said
 */
export function excelWorkbook(world: WatchOptions = {}): OpenWorkbook {
  const { run = runExcel } = world;
  let watch: Watch | undefined;
  const write = <Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> =>
    watch ? watch.own(() => run(work)) : run(work);
  return {
    describe: () => run(describeWorkbook),
    read: (onPart) => run((context) => readWorkbook(context, onPart)),
    readSheets: (names) => run((context) => readSheets(context, names)),
    select: (place) => run((context) => selectCell(context, place)),
    applyEdits: (edits) => write((context) => applyEdits(context, edits)),
    accept: (acceptance) => write((context) => appendAcceptances(context, [acceptance])),
    withdraw: (acceptance) => write((context) => removeAcceptance(context, acceptance)),
    pair: (pair) => write((context) => appendManualPairs(context, [pair])),
    async addSheets(sheets) {
      const added = await write((context) => addSheets(context, sheets));
      return added.sheets.map(({ name }) => name);
    },
    async watch(listener) {
      watch = await run((context) => watchWorkbook(context, listener, world));
    },
  };
}
