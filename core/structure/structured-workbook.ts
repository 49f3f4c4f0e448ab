import type { FieldConstraints, FieldDefinition, FieldKind } from "../form/form-definition.ts";
import type { CellAddress, CellValue } from "../workbook/snapshot.ts";

/**
 * What a column of a data table is to a person.
 * - `value` what the form sheet says; edits count;
 * - `identity` numbers that hold the tables together; `copy` a value of another table, repeated to be read;
 * - `computed` counted or derived; `source` where the form sheet had it.
 */
export type ColumnPurpose = "value" | "identity" | "copy" | "computed" | "source";

/** One column of a data table. `name`, `title`, `type` and `constraints` are those of Table Schema. */
export interface StructuredColumn {
  readonly name: string;
  /** The heading; no two columns of a table have the same. */
  readonly title: string;
  readonly type: FieldDefinition["type"];
  readonly purpose: ColumnPurpose;
  readonly kind: FieldKind;
  readonly unit?: string;
  readonly description?: string;
  readonly constraints?: FieldConstraints;
  readonly unselected?: readonly string[];
}

/** One datum, with the cell of the form sheet that it comes from. */
export interface StructuredCell {
  readonly value: CellValue;
  /** As it is shown. */
  readonly text: string;
  /** Number format of Excel that shows the value as `text`. */
  readonly format?: string;
  /** The unit that the form sheet had behind the number, in the same cell; here it has a column of its own. */
  readonly unit?: string;
  /** Absent for what no cell of the form sheet says. */
  readonly source?: CellAddress;
  /** Filled down: an earlier row holds the same cell. */
  readonly inherited?: true;
  /** A person has to compare it with the source: the border of its cell was lost in a pasted text. */
  readonly isDoubtful?: true;
}

/** A row by column name; a blank cell is absent. */
export type StructuredRow = Readonly<Record<string, StructuredCell>>;

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** A tidy table: one record a row, one datum a cell. */
export interface StructuredTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly StructuredColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Made from the other tables: it is not read back. */
  readonly isView: boolean;
  readonly rows: readonly StructuredRow[];
}

/** A text of a number column that became a number. */
export interface Normalisation {
  readonly cell: CellAddress;
  readonly from: string;
  readonly to: string;
}

/** A text that no field of the form takes, and the cell where it stands. */
export interface UnclassifiedText {
  readonly cell: CellAddress;
  readonly text: string;
}

/** A document as data. */
export interface StructuredWorkbook {
  readonly form: { readonly name: string; readonly title: string; readonly municipality: string };
  readonly fiscalYear: number | undefined;
  readonly tables: readonly StructuredTable[];
  /** Changes of notation that keep the meaning. */
  readonly normalisations: readonly Normalisation[];
  readonly unclassified: readonly UnclassifiedText[];
}
