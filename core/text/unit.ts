/** Spellings of one and the same unit. The first stands for all. */
const FAMILIES: readonly (readonly string[])[] = [
  ["人", "名", "人員"],
  ["か所", "箇所", "カ所", "ヶ所", "ヵ所", "ケ所", "ケ處", "個所"],
  ["か月", "箇月", "カ月", "ヶ月", "ヵ月", "ケ月"],
  ["か国", "箇国", "カ国", "ヶ国", "ヵ国"],
  ["%", "％", "パーセント"],
  ["㎡", "m2", "m²", "平方メートル", "平米"],
  ["m", "ｍ", "メートル"],
  ["km", "ｋｍ", "㎞", "キロメートル", "キロ"],
  ["kg", "ｋｇ", "㎏", "キログラム"],
  ["t", "ｔ", "トン"],
  ["ha", "ｈａ", "㏊", "ヘクタール"],
  ["つ", "個"],
  ["歳", "才"],
  ["回", "度"],
];

const FAMILY = new Map(FAMILIES.flatMap((names) => names.map((name) => [name, names[0]!] as const)));

/** The name that stands for all spellings of a unit: 名 → 人, ヶ所 → か所. A unit of no family stands for itself. */
export function unitFamily(unit: string): string {
  return FAMILY.get(unit) ?? FAMILY.get(unit.normalize("NFKC")) ?? unit;
}

/** People and what stands for people: units in which the parts of a number of people may be given. */
const PEOPLE = new Set(["人", "件", "世帯", "家族", "組", "親子", "児童", "園児", "生徒", "親", "家庭"]);

/** Buildings and what stands for them. */
const FACILITIES = new Set(["施設", "か所", "校", "園", "館", "棟", "所", "拠点", "会場", "学校", "小学校", "中学校"]);

/** Whether a unit counts institutions, a kind each: 施設, か所, 校, 館. */
export function countsFacilities(unit: string): boolean {
  return FACILITIES.has(unitFamily(unit));
}

/** Whether a unit can count persons, each or several at a time: 人, 件, 世帯, 組. */
export function countsPeople(unit: string): boolean {
  return PEOPLE.has(unitFamily(unit));
}
