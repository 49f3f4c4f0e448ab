import { UserError } from "../../core/user-error.ts";

/** What a template may name where it named something that does not exist. */
export interface AvailableNames {
  readonly kind: "項目" | "命令" | "部品";
  readonly names: readonly string[];
}

/** Where a template is wrong. */
export interface TemplatePlace {
  /** `sendai-projects/report.hbs` */
  readonly file: string;
  /** From 1; `undefined` where Handlebars does not say. */
  readonly line: number | undefined;
  /** The whole template. */
  readonly source: string;
}

/** A fault of a template that names its place, and what could stand there. */
export class TemplateFault extends UserError {
  readonly place: TemplatePlace;
  readonly available: AvailableNames | undefined;

  constructor(
    place: TemplatePlace,
    sentence: string,
    hint: string,
    options: { readonly cause: unknown; readonly available?: AvailableNames },
  ) {
    const shown = place.line === undefined ? place.file : `${place.file} の ${place.line} 行目`;
    super("template-invalid", `テンプレート ${shown}: ${sentence}`, hint, options);
    this.name = "TemplateFault";
    this.place = place;
    this.available = options.available;
  }
}
