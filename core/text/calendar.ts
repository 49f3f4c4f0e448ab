const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a day exists; without a year the 29th of February does. */
export function isCalendarDay(month: number, day: number, year?: number): boolean {
  const days = DAYS[month - 1];
  if (days === undefined || day < 1 || day > days) return false;
  return !(month === 2 && day === 29 && year !== undefined && !isLeapYear(year));
}

/** 日月火水木金土 of a Gregorian date. */
export function weekdayOf(year: number, month: number, day: number): string {
  // Sakamoto's method
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const index = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return "日月火水木金土"[index]!;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
