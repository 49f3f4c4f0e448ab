/** Days from the beginning of the 1900 date system to that of the 1904 date system. */
export const days1904 = 1462;

/** The serial of 0000-03-01, from which years of the Gregorian calendar are counted most easily. */
const marchOfYearZero = -693_899;
const lastSerial = 2_958_465;
const secondsOfDay = 86_400;

/**
 * The ISO date of a serial number in the 1900 system: `2022-03-31`, or `2022-03-31T09:30:00` when it has a time of day.
 * `undefined` where Excel has no such date: below 1, beyond the year 9999, and serial 60, which Excel shows as 1900-02-29.
 */
export function isoDate(serial: number): string | undefined {
  // Serials count a leap day that 1900 did not have.
  if (serial < 1 || serial >= lastSerial + 1 || Math.floor(serial) === 60) return undefined;
  const seconds = Math.round((serial < 60 ? serial + 1 : serial) * secondsOfDay);
  const day = isoDay(Math.floor(seconds / secondsOfDay));
  const time = seconds % secondsOfDay;
  return time === 0 ? day : `${day}T${isoTime(time)}`;
}

/** The calendar date of a whole serial; the year begins in March, so that its leap day comes last. */
function isoDay(serial: number): string {
  const days = serial - marchOfYearZero;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function isoTime(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => padded(part, 2)).join(":");
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
