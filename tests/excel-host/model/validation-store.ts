import type ExcelJS from "exceljs";
import type { SheetModel } from "./sheet-model.ts";

/** The rules of one cell, as a file has them. ExcelJS does not declare where it keeps them. */
export type Validation = Partial<ExcelJS.DataValidation> & { readonly errorStyle?: string };
interface ValidationStore {
  find(address: string): Validation | undefined;
  add(address: string, validation: Validation): void;
  remove(address: string): void;
}

/** The rules of the sheet's cells, for moving and saving them. */
export function validationStore({ worksheet }: SheetModel): ValidationStore {
  return (worksheet as unknown as { dataValidations: ValidationStore }).dataValidations;
}
