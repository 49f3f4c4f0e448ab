import type { SourcedValue } from "../table/evaluation-document.ts";
import { findDates, type WrittenDate } from "../text/find-dates.ts";
import { foldText } from "../text/fold.ts";
import { findQuantities, type Quantity } from "../text/quantity.ts";
import { sentenceStyle, type SentenceStyle } from "../text/predicates.ts";
import { sentences, type Sentence } from "../text/sentences.ts";
import { comparableCopy } from "../text/similarity.ts";
import { TRAIT, traitsOf, type Trait } from "../text/text-traits.ts";
import type { FieldValue } from "./field-value.ts";

/** What many rules want to know of one text. Each is found when the first asks, and kept for the others. */
export class CellReading {
  readonly text: string;
  #traits: number | undefined;
  #sentences: readonly Sentence[] | undefined;
  #styles: readonly (SentenceStyle | undefined)[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #dates: readonly WrittenDate[] | undefined;
  #copy: string | undefined;
  #folded: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether the text has a character of the kind. */
  has(trait: Trait): boolean {
    return ((this.#traits ??= traitsOf(this.text)) & trait) !== 0;
  }

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= sentences(this.text));
  }

  /** One for each sentence. */
  get styles(): readonly (SentenceStyle | undefined)[] {
    return (this.#styles ??= this.sentences.map(({ text }) => sentenceStyle(text)));
  }

  get quantities(): readonly Quantity[] {
    return (this.#quantities ??= this.has(TRAIT.digit) ? findQuantities(this.text) : []);
  }

  get dates(): readonly WrittenDate[] {
    return (this.#dates ??= this.has(TRAIT.digit) ? findDates(this.text) : []);
  }

  /** For comparing names: `foldText`. */
  get folded(): string {
    return (this.#folded ??= foldText(this.text));
  }

  /** For comparing: without spaces, widths made one. */
  get copy(): string {
    return (this.#copy ??= this.has(TRAIT.space) || this.has(TRAIT.wide) ? comparableCopy(this.text) : this.text);
  }
}

/** A cell, or something that names the cell it is about. */
export type CellOrPlace = SourcedValue | FieldValue | { readonly reading: CellReading };

/** Texts outside the tables are few; values of records carry their own reading. */
const readings = new WeakMap<SourcedValue, CellReading>();

/** What is known of a cell's text. */
export function readingOf(at: CellOrPlace): CellReading {
  if ("reading" in at) return at.reading;
  let reading = readings.get(at);
  if (!reading) readings.set(at, (reading = new CellReading(at.text)));
  return reading;
}

/** The sentences of a cell. */
export function sentencesOf(at: CellOrPlace): readonly Sentence[] {
  return readingOf(at).sentences;
}

/** The style of each sentence of a cell. */
export function stylesOf(at: CellOrPlace): readonly (SentenceStyle | undefined)[] {
  return readingOf(at).styles;
}

/** The numbers of a cell's text. */
export function quantitiesOf(at: CellOrPlace): readonly Quantity[] {
  return readingOf(at).quantities;
}

/** The dates of a cell's text. */
export function datesOf(at: CellOrPlace): readonly WrittenDate[] {
  return readingOf(at).dates;
}

/** The cell's text for comparing. */
export function copyOf(at: CellOrPlace): string {
  return readingOf(at).copy;
}
