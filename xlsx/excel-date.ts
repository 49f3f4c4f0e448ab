import { days1904 } from "../core/workbook/serial-date.ts";

const dayMilliseconds = 86_400_000;
/** The serial of 1970-01-01 in the 1900 system. */
const unixEpochSerial = 25_569;

/** The serial number of an ISO date, date and time, or time, as a workbook of the given date system stores it. */
export function dateSerial(iso: string, date1904: boolean): number | undefined {
  if (/^\d{2}:\d{2}/.test(iso)) {
    const time = Date.parse(`1970-01-01T${iso.replace(/Z$/, "")}Z`);
    return Number.isNaN(time) ? undefined : time / dayMilliseconds;
  }
  const time = Date.parse(iso.includes("T") && !/(Z|[+-]\d{2}:\d{2})$/.test(iso) ? `${iso}Z` : iso);
  if (Number.isNaN(time)) return undefined;
  const serial = time / dayMilliseconds + unixEpochSerial;
  if (date1904) return serial - days1904;
  return serial < 61 ? serial - 1 : serial;
}
