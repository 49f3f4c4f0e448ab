import type { PreviousYear, RecordPair } from "../../core/validation/previous-year.ts";
import { recordTitle } from "../../core/validation/record-identity.ts";
import type { Pairing, PairRow } from "./review-protocol.ts";

const HOW: Readonly<Record<RecordPair["by"], PairRow["how"]>> = {
  key: "key",
  alias: "similar",
  similar: "similar",
  manual: "manual",
};

/** The pairs of two years as a person reads them. @param departments 担当課 by record key. */
export function pairingOf(
  { pairs, added, removed, confirmedNew }: PreviousYear,
  departments: ReadonlyMap<string, string>,
): Pairing {
  const departmentOf = (key: string) => {
    const department = departments.get(key);
    return department === undefined ? {} : { department };
  };
  return {
    pairs: [
      ...pairs.map(({ current, previous, by }) => ({
        current: recordTitle(current),
        previous: recordTitle(previous),
        how: HOW[by],
        ...departmentOf(current.key),
      })),
      ...added.map((record) => ({
        current: recordTitle(record),
        previous: null,
        how: confirmedNew.includes(record) ? ("manual" as const) : ("new" as const),
        ...departmentOf(record.key),
      })),
    ],
    gone: removed.map(recordTitle),
  };
}
