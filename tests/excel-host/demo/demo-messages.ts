/** What the demo's page and its server tell each other. Rows and columns count from 1. */

/** A workbook that can be chosen. */
export interface SampleChoice {
  readonly name: string;
  readonly title: string;
}

/** A workbook that was opened for a page. */
export interface OpenedDemo {
  readonly id: string;
  readonly title: string;
}

/** How the page puts the pane into its frame, as Excel on the web does. */
export interface PaneFrame {
  readonly name: string;
  readonly address: string;
}

/** What the server tells by itself. */
export type DemoNews = { readonly kind: "to-pane"; readonly text: string } | { readonly kind: "changed" };

/** What the person does at the sheet. */
export type DemoAct =
  | { readonly kind: "select" | "clear" | "insert-rows" | "delete-rows"; readonly address: string }
  | { readonly kind: "type"; readonly address: string; readonly text: string; readonly asCoAuthor: boolean }
  | { readonly kind: "activate"; readonly sheet: string };

/** A sheet as the page draws it. */
export interface SheetView {
  readonly name: string;
  readonly sheets: readonly string[];
  /** Widths in pixels. */
  readonly columns: readonly number[];
  readonly rows: readonly RowView[];
  /** `F8`, or `F8:G9`. */
  readonly selection: string;
  readonly selected: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
}

export interface RowView {
  /** Least height in pixels. */
  readonly height: number;
  readonly cells: readonly CellView[];
}

/** A cell that is to be seen; those under a merge are left out. */
export interface CellView {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What the cell holds, to be edited: its formula or value. */
  readonly content: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly isNumber: boolean;
  readonly isBold: boolean;
  readonly isBordered: boolean;
  readonly isCentred: boolean;
  /** `#FFF2CC` */
  readonly fill?: string;
}
