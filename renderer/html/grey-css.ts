/**
 * A style sheet whose colours are greys of the same lightness, for printers without colour and for copies of copies. Hexadecimal
 * and `rgb()` colours are changed, in which the project's styles are written; names of colours stay.
 */
export function greyCss(css: string): string {
  return css
    .replace(/#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b/giu, greyOfHex)
    .replace(RGB, (_, red: string, green: string, blue: string, alpha?: string) => {
      const grey = greyOf(Number(red), Number(green), Number(blue));
      return `rgb(${grey} ${grey} ${grey}${alpha === undefined ? "" : ` / ${alpha}`})`;
    });
}

const RGB = /\brgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*([\d.]+%?))?\s*\)/giu;

function greyOfHex(colour: string): string {
  const digits = colour.slice(1);
  const long = digits.length <= 4 ? digits.replace(/./gu, "$&$&") : digits;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const grey = greyOf(red, green, blue).toString(16).padStart(2, "0");
  return `#${grey.repeat(3)}${long.slice(6)}`;
}

/** Luma of Rec. 709: how light the eye finds a colour. */
function greyOf(red: number, green: number, blue: number): number {
  return Math.min(255, Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue));
}
