import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";

const DRAWINGS = join(import.meta.dirname, "..", "icons");
const PICTURES = join(import.meta.dirname, "..", "public", "icons");
/** Sizes in pixels that the manifest names. */
const SIZES = [16, 32, 64, 80];
/** Name of the picture → its drawing: the add-in's own sign is also that of its first button. */
const ICONS = { hyoka: "hyoka", check: "hyoka", structure: "structure", submit: "submit", help: "help" };

/** Draws the icons as PNG in each size. 16 pixels have a drawing of their own: thin lines would blur. */
for (const [name, drawing] of Object.entries(ICONS)) {
  for (const size of SIZES) {
    const svg = readFileSync(join(DRAWINGS, `${drawing}${size === 16 ? "-16" : ""}.svg`), "utf8");
    const sized = svg.replace("<svg ", `<svg width="${size}" height="${size}" `);
    const canvas = createCanvas(size, size);
    canvas.getContext("2d").drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size);
    writeFileSync(join(PICTURES, `${name}-${size}.png`), await canvas.encode("png"));
  }
}
