import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { withPdf } from "./read-pdf.ts";

/** Enough to see lines, columns and where texts stand; not to read them. */
const DOTS_PER_INCH = 50;
/** Share of a page's pixels that may differ: other processors round the edges of letters in another way. */
const TOLERANCE = 0.005;
/** Shades of grey, so that the files stay small. */
const SHADES = 16;

const goldenFolder = join(import.meta.dirname, "../golden/pages");
const differences = join(import.meta.dirname, "../../out/page-differences");

/** Every page of a PDF as a small grey picture. */
export async function pageImages(pdf: Uint8Array): Promise<PNG[]> {
  return await withPdf(pdf, async (document) => {
    const images: PNG[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: DOTS_PER_INCH / 72 });
      const factory = document.canvasFactory as CanvasFactory;
      const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({ canvas, canvasContext: context, viewport }).promise;
      images.push(greyImage(context.getImageData(0, 0, canvas.width, canvas.height)));
    }
    return images;
  });
}

/**
 * Compares pages with those kept in tests/golden/pages; returns what differs, empty when nothing does. With the
 * environment variable UPDATE_GOLDEN=1 it keeps the new ones instead. What differs is written to out/page-differences.
 */
export function comparePages(name: string, images: readonly PNG[]): string[] {
  const update = process.env.UPDATE_GOLDEN === "1";
  const found = images.flatMap((image, i) => {
    const file = `${name}-${i + 1}.png`;
    const golden = join(goldenFolder, file);
    if (update) {
      mkdirSync(goldenFolder, { recursive: true });
      writeFileSync(golden, PNG.sync.write(image, { colorType: 0, deflateLevel: 9 }));
      return [];
    }
    if (!existsSync(golden)) return [`${file}: not kept; UPDATE_GOLDEN=1 keeps it`];
    return difference(file, PNG.sync.read(readFileSync(golden)), image);
  });
  const surplus = join(goldenFolder, `${name}-${images.length + 1}.png`);
  if (existsSync(surplus) && update) rmSync(surplus);
  else if (existsSync(surplus)) found.push(`${surplus}: no such page any more`);
  return found;
}

function difference(file: string, golden: PNG, image: PNG): string[] {
  const { width, height } = image;
  if (golden.width !== width || golden.height !== height) return [`${file}: ${width} × ${height} pixels`];
  const shown = new PNG({ width, height });
  const share = pixelmatch(golden.data, image.data, shown.data, width, height, { threshold: 0.1 }) / (width * height);
  if (share <= TOLERANCE) return [];
  mkdirSync(differences, { recursive: true });
  writeFileSync(join(differences, file), PNG.sync.write(shown));
  return [`${file}: ${(share * 100).toFixed(2)} % of its pixels differ, see ${join(differences, file)}`];
}

function greyImage({ width, height, data }: ImageData): PNG {
  const image = new PNG({ width, height });
  const step = 255 / (SHADES - 1);
  for (let i = 0; i < data.length; i += 4) {
    const grey = data[i]! * 0.299 + data[i + 1]! * 0.587 + data[i + 2]! * 0.114;
    image.data.fill(Math.round(Math.round(grey / step) * step), i, i + 3);
    image.data[i + 3] = 255;
  }
  return image;
}

/** What the library uses for drawing outside browsers; it leaves the type open. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
}
