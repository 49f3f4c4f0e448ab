/** A table; texts go in as Markdown. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text that Markdown must leave alone, in a fixed-width face. */
export function code(text: string): string {
  // A code span that holds a backtick needs longer fences.
  const fence = text.includes("`") ? "``" : "`";
  return `${fence}${text}${fence}`;
}

/** Several of them, one after the other. */
export function codes(texts: readonly string[]): string {
  return texts.map(code).join("、");
}

/** A block of lines, as typed or as printed. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A link to a heading of the same page, by the anchor that GitHub gives it. */
export function linkTo(heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\- _]/gu, "")
    .replaceAll(" ", "-");
  return `[${heading}](#${anchor})`;
}

/** Paragraphs, tables and blocks, parted by blank lines. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
}
