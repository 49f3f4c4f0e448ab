import type { ReportDefinition } from "../form/form-definition.ts";
import { UserError } from "../user-error.ts";

/** What a person may ask of a print, beside what the form says. */
export type PrintOptions = Partial<
  Pick<ReportDefinition, "size" | "orientation" | "margin" | "fontSize" | "pageNumbers" | "watermark" | "monochrome">
>;

/** Millimetres that a table needs at least, across and down. */
const LEAST_ROOM = 60;

/**
 * A form's print settings with those that a person asked for in their place.
 * @throws UserError `usage` when the margins leave no room.
 */
export function withPrintOptions(report: ReportDefinition, options: PrintOptions): ReportDefinition {
  const changed = { ...report, ...options };
  const { width, height } = pageSize(changed);
  const { top, right, bottom, left } = changed.margin;
  if (width - left - right < LEAST_ROOM || height - top - bottom < LEAST_ROOM) {
    throw new UserError(
      "usage",
      `余白が大きすぎて、${changed.size}（${width} × ${height} mm）に表を印刷する場所が残りません。`,
      "--margin を小さくするか、用紙を大きくしてください。",
    );
  }
  return changed;
}

/** Page size in millimetres, width first. */
export function pageSize({ size, orientation }: Pick<ReportDefinition, "size" | "orientation">): {
  readonly width: number;
  readonly height: number;
} {
  const [short, long] = size === "A3" ? [297, 420] : [210, 297];
  return orientation === "landscape" ? { width: long, height: short } : { width: short, height: long };
}
