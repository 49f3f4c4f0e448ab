import { join } from "node:path";
import { dataPackage, type DataPackageOptions } from "../../core/structure/data-package.ts";
import type { StructuredWorkbook } from "../../core/structure/structured-workbook.ts";
import { makeOutputFolder, writeOutputFile } from "../write-output-file.ts";
import { encodeCp932 } from "./encode-cp932.ts";

/** Writes a Data Package into a folder; the descriptor comes last, so that it never names a file that is not there. */
export async function writeDataPackage(
  structured: StructuredWorkbook,
  folder: string,
  options: DataPackageOptions,
): Promise<void> {
  const { descriptor, files } = dataPackage(structured, options);
  const encoded = files.map(({ path, text }) => ({
    path,
    content: options.encoding === "cp932" ? encodeCp932(text, path) : text,
  }));
  await makeOutputFolder(folder);
  for (const { path, content } of encoded) await writeOutputFile(join(folder, path), content);
  await writeOutputFile(join(folder, "datapackage.json"), `${JSON.stringify(descriptor, undefined, 2)}\n`);
}
