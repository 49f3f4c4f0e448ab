import type { VisiblePages } from "../../page/visible-pages.ts";

/** A workbook in the chooser. */
export interface PreviewChoice {
  /** Its path, as the person wrote it. */
  readonly path: string;
}

/** What the page is told of a workbook each time something changes; the printed pages themselves it fetches. */
export interface PreviewState {
  /** Counts the layouts: the pages have to be fetched anew when it grows. 0 while there is none. */
  readonly layout: number;
  /** Whether the workbook is being read or printed at the moment. */
  readonly isBusy: boolean;
  readonly report?: PreviewedReport;
  readonly findings: readonly PreviewFinding[];
  /** One calm sentence about something that will settle by itself. */
  readonly note?: string;
  /** What keeps the pages from being up to date; the last good ones stay in sight. */
  readonly fault?: PreviewFault;
  /** Why there is no PDF. */
  readonly refusal?: { readonly message: string; readonly hint: string };
}

export interface PreviewedReport {
  readonly title: string;
  /** 「仙台市「主な施策事業の実績」 令和6年度 8 件」 */
  readonly description: string;
  readonly unconfirmed: boolean;
}

/** A finding of the check, on its cell. */
export interface PreviewFinding {
  /** As `data-cell` names the cell: `進捗!F8`. */
  readonly cell: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** The offending words between 〔 〕 with what stands around them; may be empty. */
  readonly excerpt: string;
  /** What to do; may be empty. */
  readonly remedy: string;
  /** The reason for which somebody has accepted it. */
  readonly accepted?: string;
}

export interface PreviewFault {
  readonly message: string;
  readonly hint: string;
  /** Where a template is wrong. */
  readonly place?: {
    /** `sendai-projects/report.hbs` */
    readonly file: string;
    readonly line: number;
    /** The line with its neighbours. */
    readonly excerpt: readonly { readonly number: number; readonly text: string }[];
  };
  /** Names that exist where one was asked for that does not. */
  readonly available?: { readonly kind: string; readonly names: readonly string[] };
}

/** The pages of one layout, on their paper. Millimetres. */
export interface PreviewPages extends VisiblePages {
  readonly layout: number;
  readonly paper: {
    readonly width: number;
    readonly height: number;
    readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  };
}

/** A cell of the workbook. */
export interface PreviewCell {
  readonly sheet: string;
  /** `F8` */
  readonly address: string;
  readonly text: string;
  /** Without the leading `=`. */
  readonly formula?: string;
}
