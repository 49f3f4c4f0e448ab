import type {
  Finding,
  FindingState,
  Opened,
  Pairing,
  Review,
  RuleInfo,
  StructurePreview,
} from "../../review/review-protocol.ts";
import type { Severity } from "../../../core/validation/diagnostic.ts";
import type { StartUp } from "../start-up/start-up.ts";

/** What a person may do in the pane; each has a tab, four have a button on the ribbon. */
export const TASKS = ["check", "submit", "structure", "previous", "help"] as const;
export type Task = (typeof TASKS)[number];

export type Grouping = "record" | "rule";

/** What the list shows, and how. */
export interface ListView {
  readonly grouping: Grouping;
  readonly severities: readonly Severity[];
  /** `undefined` for all. */
  readonly department: string | undefined;
  readonly state: FindingState | "all";
  /** Keys of the groups that are folded. */
  readonly folded: ReadonlySet<string>;
  /** Key of the row that the arrow keys stand on. */
  readonly active: string | undefined;
}

/** Work under way: what is being done, and how much of it. */
export interface Busy {
  readonly text: string;
  readonly done?: number;
  readonly total?: number;
}

/** What went wrong, in Japanese; a repeatable one has a button 「もう一度」. */
export interface Problem {
  readonly title: string;
  readonly advice: string;
  readonly detail?: string;
  readonly canRetry: boolean;
}

/** What was done, with what was left undone. */
export interface Notice {
  readonly kind: "done" | "warning";
  readonly text: string;
  readonly remarks: readonly string[];
}

/** A place on a sheet: `F8`. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** The comparison with last year's workbook. */
export interface Comparison extends Pairing {
  readonly fileName: string;
}

/** A sheet that 整形 or 「新しく作る」 has added. */
export interface MadeSheets {
  readonly task: "structure" | "blank" | "list";
  readonly names: readonly string[];
}

/** What Excel says of itself and of how the workbook was opened. */
export interface Surroundings {
  readonly isReadOnly: boolean;
  /** Excel on the web keeps panes from printing. */
  readonly canPrint: boolean;
}

/** Everything that the screen shows. Plain data: changed by `paneReducer` only. */
export interface PaneState {
  readonly startUp: StartUp;
  readonly task: Task;
  readonly surroundings: Surroundings;
  /** Name of the workbook; empty until it is known. */
  readonly fileName: string;
  readonly opened: Opened | undefined;
  /** The form that a person chose instead of the one recognised. */
  readonly formName: string | undefined;
  readonly review: Review | undefined;
  readonly rules: Readonly<Record<string, RuleInfo>>;
  readonly list: ListView;
  /** The finding whose page is open, as it was when it was opened: it may be gone by now. */
  readonly open: Finding | undefined;
  /** The cell that is selected in Excel. */
  readonly selection: Place | undefined;
  readonly comparison: Comparison | undefined;
  readonly structure: StructurePreview | undefined;
  readonly made: MadeSheets | undefined;
  readonly busy: Busy | undefined;
  readonly problem: Problem | undefined;
  readonly notice: Notice | undefined;
  /** Read out by a screen reader; `serial` tells two equal sentences apart. */
  readonly announcement: { readonly text: string; readonly serial: number };
  /** The name under which the last finding was accepted. */
  readonly reviewer: string;
}

export const FIRST_LIST_VIEW: ListView = {
  grouping: "record",
  severities: ["error", "warning", "info"],
  department: undefined,
  state: "open",
  folded: new Set(),
  active: undefined,
};

/** The state before anything has happened. */
export function firstState(task: Task): PaneState {
  return {
    startUp: { kind: "loading" },
    task,
    surroundings: { isReadOnly: false, canPrint: false },
    fileName: "",
    opened: undefined,
    formName: undefined,
    review: undefined,
    rules: {},
    list: FIRST_LIST_VIEW,
    open: undefined,
    selection: undefined,
    comparison: undefined,
    structure: undefined,
    made: undefined,
    busy: undefined,
    problem: undefined,
    notice: undefined,
    announcement: { text: "", serial: 0 },
    reviewer: "",
  };
}

/** The finding whose page is open, as it is now; `undefined` when it has been settled. */
export function openFinding({ review, open }: PaneState): Finding | undefined {
  return open && review?.findings.find(({ id }) => id === open.id);
}
