import type { SourcedValue } from "../table/evaluation-document.ts";
import { findDates, type WrittenDate } from "../text/find-dates.ts";
import { findQuantities, type Quantity } from "../text/quantity.ts";
import { sentences, type Sentence } from "../text/sentences.ts";
import { comparableCopy } from "../text/similarity.ts";
import type { FieldValue } from "./field-value.ts";

/** What many rules want to know of one text. Each is found when the first asks, and kept for the others. */
export class CellReading {
  readonly text: string;
  #sentences: readonly Sentence[] | undefined;
  #quantities: readonly Quantity[] | undefined;
  #dates: readonly WrittenDate[] | undefined;
  #copy: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= sentences(this.text));
  }

  get quantities(): readonly Quantity[] {
    return (this.#quantities ??= findQuantities(this.text));
  }

  get dates(): readonly WrittenDate[] {
    return (this.#dates ??= findDates(this.text));
  }

  /** For comparing: without spaces, widths made one. */
  get copy(): string {
    return (this.#copy ??= comparableCopy(this.text));
  }
}

/** A cell, or something that names the cell it is about. */
export type CellOrPlace = SourcedValue | FieldValue | { readonly source: SourcedValue | FieldValue };

/** Texts outside the tables are few; values of records carry their own reading. */
const readings = new WeakMap<SourcedValue, CellReading>();

function readingOf(at: CellOrPlace): CellReading {
  const cell = "source" in at ? at.source : at;
  if (isFieldValue(cell)) return cell.reading;
  let reading = readings.get(cell);
  if (!reading) readings.set(cell, (reading = new CellReading(cell.text)));
  return reading;
}

function isFieldValue(cell: SourcedValue | FieldValue): cell is FieldValue {
  return "reading" in cell;
}

/** The sentences of a cell. */
export function sentencesOf(at: CellOrPlace): readonly Sentence[] {
  return readingOf(at).sentences;
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
