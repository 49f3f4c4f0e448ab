const dayMilliseconds = 86_400_000;
/** The serial of 1970-01-01 in the 1900 system. */
const unixEpochSerial = 25_569;
/** Days from the beginning of the 1900 system to that of the 1904 system. */
export const days1904 = 1462;
const lastSerial = 2_958_465;

/**
 * The ISO date of a serial number in the 1900 system: `2022-03-31`, or `2022-03-31T09:30:00` when it has a time of day.
 * `undefined` where Excel has no such date: below 1, beyond the year 9999, and serial 60, which Excel shows as 1900-02-29.
 */
export function isoDate(serial: number): string | undefined {
  // Serials count a leap day that 1900 did not have.
  if (serial < 1 || serial >= lastSerial + 1 || Math.floor(serial) === 60) return undefined;
  const days = serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - unixEpochSerial) * 86_400);
  const iso = new Date(seconds * 1000).toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}

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
