import type { PaneEvent } from "./pane-event.ts";
import { FIRST_LIST_VIEW, type ListView, type PaneState } from "./pane-state.ts";

/** The state after an event. Pure: the same state and event give the same state. */
export function paneReducer(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "started":
      return { ...state, startUp: event.startUp, surroundings: event.surroundings ?? state.surroundings };
    case "described": {
      const { name, isReadOnly } = event.description;
      const surroundings = { ...state.surroundings, isReadOnly: state.surroundings.isReadOnly || isReadOnly };
      return { ...state, fileName: name, surroundings };
    }
    case "task-chosen":
      return { ...state, task: event.task, open: undefined, notice: undefined };
    case "rules-known":
      return { ...state, rules: event.rules };
    case "opened":
      return { ...state, ...forgotten, opened: event.opened, formName: event.formName };
    case "reviewed":
      return afterReview(state, event.review);
    case "compared":
      return afterReview({ ...state, comparison: event.comparison }, event.review);
    case "paired":
      return state.comparison ? { ...state, comparison: { ...state.comparison, ...event.pairing } } : state;
    case "structured":
      return { ...state, structure: event.preview };
    case "sheets-made":
      return { ...state, made: event.made };
    case "busy":
      return { ...state, busy: event.busy };
    case "failed":
      return { ...state, problem: event.problem };
    case "problem-closed":
      return { ...state, problem: undefined };
    case "noticed":
      return announced({ ...state, notice: event.notice }, [event.notice.text, ...event.notice.remarks].join(" "));
    case "notice-closed":
      return { ...state, notice: undefined };
    case "finding-opened":
      return {
        ...state,
        open: event.finding,
        task: "check",
        notice: undefined,
        list: { ...state.list, active: event.finding.id },
      };
    case "finding-closed":
      return { ...state, open: undefined, notice: undefined };
    case "selection-moved":
      return { ...state, selection: event.selection };
    case "reviewer-named":
      return { ...state, reviewer: event.name };
    default:
      return { ...state, list: listAfter(state.list, event) };
  }
}

/** What was known of a workbook that is read anew. The comparison with last year is settled by the check that follows. */
const forgotten = {
  review: undefined,
  structure: undefined,
  made: undefined,
  open: undefined,
  notice: undefined,
  problem: undefined,
} as const;

type ListEvent = Extract<
  PaneEvent,
  {
    type:
      | "grouped"
      | "severity-toggled"
      | "department-chosen"
      | "state-chosen"
      | "filters-cleared"
      | "folded"
      | "row-activated";
  }
>;

function listAfter(list: ListView, event: ListEvent): ListView {
  switch (event.type) {
    case "grouped":
      return { ...list, grouping: event.grouping, folded: new Set(), active: undefined };
    case "severity-toggled": {
      const { severities } = list;
      const isShown = severities.includes(event.severity);
      return {
        ...list,
        severities: isShown ? severities.filter((name) => name !== event.severity) : [...severities, event.severity],
      };
    }
    case "department-chosen":
      return { ...list, department: event.department, active: undefined };
    case "state-chosen":
      return { ...list, state: event.state, active: undefined };
    case "filters-cleared": {
      const { severities, department, state } = FIRST_LIST_VIEW;
      return { ...list, severities, department, state, active: undefined };
    }
    case "folded": {
      const folded = new Set(list.folded);
      if (event.isFolded) folded.add(event.key);
      else folded.delete(event.key);
      return { ...list, folded, active: event.key };
    }
    case "row-activated":
      return { ...list, active: event.key };
  }
}

/** A preview of 整形 made before an edit no longer holds. The counts are read out when they have changed. */
function afterReview(state: PaneState, review: PaneState["review"] & object): PaneState {
  const next = { ...state, review, structure: undefined };
  const said = countsSentence(review.summary);
  return state.review && countsSentence(state.review.summary) === said ? next : announced(next, said);
}

/** 「誤り 3 件、警告 24 件、情報 31 件です。」 */
function countsSentence({ errors, warnings, infos }: NonNullable<PaneState["review"]>["summary"]): string {
  if (errors + warnings + infos === 0) return "指摘はありません。";
  return `誤り ${errors} 件、警告 ${warnings} 件、情報 ${infos} 件です。`;
}

function announced(state: PaneState, text: string): PaneState {
  return { ...state, announcement: { text, serial: state.announcement.serial + 1 } };
}
