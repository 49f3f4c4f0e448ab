/** A word that has several spellings. The first is preferred where the document has no majority. */
export interface SpellingVariants {
  readonly spellings: readonly string[];
  /** Proper names and words in which a spelling is no variant: こども家庭部. */
  readonly except?: readonly string[];
  /** Why these are one word, or where the preferred spelling is laid down. */
  readonly source: string;
}

/** A word that is often written for another of the same sound or look. */
export interface Homophone {
  readonly wrong: string;
  readonly right: string;
  /** Words of which one must stand in the same sentence; none: always wrong. */
  readonly near?: readonly string[];
  /** Longer words in which `wrong` is right. */
  readonly except?: readonly string[];
  readonly source: string;
}

/** An official term, and what people write for it. */
export interface OfficialTerm {
  readonly term: string;
  readonly informal: readonly string[];
  readonly source: string;
}

/** A bureau, section or other body. */
export interface Organisation {
  readonly name: string;
  /** Former and shortened names. */
  readonly aliases?: readonly string[];
  /** Gregorian fiscal years in which the name was in force. */
  readonly from?: number;
  readonly until?: number;
  readonly source: string;
}

/** Names of records or indicators that mean the same from one year to the next. */
export interface Alias {
  readonly names: readonly string[];
  readonly source: string;
}

/** Data that rules look words up in; a municipality's own entries come before the common ones. */
export interface Dictionaries {
  readonly spellings: readonly SpellingVariants[];
  readonly homophones: readonly Homophone[];
  readonly terms: readonly OfficialTerm[];
  readonly organisations: readonly Organisation[];
  readonly aliases: readonly Alias[];
}

export const NO_DICTIONARIES: Dictionaries = {
  spellings: [],
  homophones: [],
  terms: [],
  organisations: [],
  aliases: [],
};
