import { join } from "node:path";
import type { ReportDefinition } from "../../core/form/form-definition.ts";
import type { RatingSummary } from "../../core/report/rating-summary.ts";
import { BUILT_IN_TEMPLATES } from "../forms/load-forms.ts";
import { compileTemplateFile } from "../html/compile-template.ts";
import { htmlDocument, type DocumentHead } from "../html/html-document.ts";
import { percentage, ratingChart } from "./rating-chart.ts";

/** Cover, contents and summary stand on pages of their own, upright A4. */
export const FRONT_MATTER: ReportDefinition = {
  size: "A4",
  orientation: "portrait",
  margin: { top: 22, right: 22, bottom: 20, left: 22 },
  typeface: "mincho",
  fontSize: 10.5,
  title: "",
  subject: "",
};

/** One line of the contents. */
export interface ContentsEntry {
  /** 1 chapter, 2 report, 3 heading of a report; one less where there are no chapters. */
  readonly level: number;
  readonly title: string;
  readonly page: number;
  /** Address that the finished file turns into a link. */
  readonly link: string;
}

export interface CoverText {
  readonly title: string;
  readonly subtitle: string;
  readonly municipality: string;
  /** ISO date. */
  readonly issuedOn: string;
}

/** Makes the HTML of the pages that a booklet has besides its reports. */
export interface FrontMatter {
  readonly cover: (text: CoverText) => string;
  readonly contents: (entries: readonly ContentsEntry[]) => string;
  readonly summary: (summaries: readonly RatingSummary[]) => string;
}

const SHARED = join(BUILT_IN_TEMPLATES, "shared");
const FOLDER = join(SHARED, "booklet");

/** @throws UserError `template-missing`, `template-invalid` */
export function frontMatter(head: Omit<DocumentHead, "unconfirmed">, fontFaces: string): FrontMatter {
  const page = (file: string) => {
    const template = compileTemplateFile(FOLDER, file);
    const styled = { folder: FOLDER, sharedFolder: SHARED, definition: { report: FRONT_MATTER } };
    return (model: object) => htmlDocument(styled, { ...head, unconfirmed: false }, template(model), fontFaces);
  };
  const [cover, contents, summary] = [page("cover.hbs"), page("contents.hbs"), page("summary.hbs")];
  return {
    cover,
    contents: (entries) => contents({ entries }),
    summary: (summaries) => summary({ summaries: summaries.map(summaryModel) }),
  };
}

/** Shares of the table's width in per cent: names of departments need room, grades of one letter do not. */
const DEPARTMENT_WIDTH = 34;

function summaryModel(summary: RatingSummary): object {
  const { form, field, grades, rows, total } = summary;
  return {
    form,
    field,
    grades,
    chart: ratingChart(summary),
    departmentWidth: DEPARTMENT_WIDTH,
    gradeWidth: (100 - DEPARTMENT_WIDTH) / (grades.length + 1),
    rows: [...rows, total].map((row) => ({
      department: row.department,
      isTotal: row === total,
      sum: row.sum,
      cells: row.counts.map((count) => ({ count, share: count > 0 ? percentage(count, row.sum) : "" })),
    })),
  };
}
