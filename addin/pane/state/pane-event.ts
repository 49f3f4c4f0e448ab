import type { Severity } from "../../../core/validation/diagnostic.ts";
import type {
  Finding,
  FindingState,
  Opened,
  Pairing,
  Review,
  RuleInfo,
  StructurePreview,
} from "../../review/review-protocol.ts";
import type { WorkbookDescription } from "../../workbook/describe-workbook.ts";
import type { StartUp } from "../start-up/start-up.ts";
import type {
  Busy,
  Comparison,
  Grouping,
  MadeSheets,
  Notice,
  Place,
  Problem,
  Surroundings,
  Task,
} from "./pane-state.ts";

/** Everything that can happen to the pane's state. */
export type PaneEvent =
  | { readonly type: "started"; readonly startUp: StartUp; readonly surroundings?: Surroundings }
  | { readonly type: "described"; readonly description: WorkbookDescription }
  | { readonly type: "task-chosen"; readonly task: Task }
  | { readonly type: "rules-known"; readonly rules: Readonly<Record<string, RuleInfo>> }
  | { readonly type: "opened"; readonly opened: Opened; readonly formName: string | undefined }
  | { readonly type: "reviewed"; readonly review: Review }
  | { readonly type: "compared"; readonly comparison: Comparison | undefined; readonly review: Review }
  | { readonly type: "paired"; readonly pairing: Pairing }
  | { readonly type: "structured"; readonly preview: StructurePreview | undefined }
  | { readonly type: "sheets-made"; readonly made: MadeSheets | undefined }
  | { readonly type: "busy"; readonly busy: Busy | undefined }
  | { readonly type: "failed"; readonly problem: Problem }
  | { readonly type: "problem-closed" }
  | { readonly type: "noticed"; readonly notice: Notice }
  | { readonly type: "notice-closed" }
  | { readonly type: "grouped"; readonly grouping: Grouping }
  | { readonly type: "severity-toggled"; readonly severity: Severity }
  | { readonly type: "department-chosen"; readonly department: string | undefined }
  | { readonly type: "state-chosen"; readonly state: FindingState | "all" }
  | { readonly type: "filters-cleared" }
  | { readonly type: "folded"; readonly key: string; readonly isFolded: boolean }
  | { readonly type: "row-activated"; readonly key: string }
  | { readonly type: "finding-opened"; readonly finding: Finding }
  | { readonly type: "finding-closed" }
  | { readonly type: "selection-moved"; readonly selection: Place | undefined }
  | { readonly type: "reviewer-named"; readonly name: string };
