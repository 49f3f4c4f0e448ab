import type { PreviewFault, PreviewFinding } from "./preview-state.ts";

/** What people read. As in the check, but the browser can load nothing of it. */
export const SEVERITY_WORDS = { error: "誤り", warning: "警告", info: "情報" } as const;

/** An element with a class and with what it holds. Text is only ever set as text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.append(...content);
  return element;
}

/** The findings by page. @param pageOfCell the page of a cell, 0 where it is not printed. */
export function findingSections(
  findings: readonly PreviewFinding[],
  pages: number,
  pageOfCell: (cell: string) => number,
): HTMLElement[] {
  const byPage = Map.groupBy(findings, ({ cell }) => pageOfCell(cell));
  const sections = Array.from({ length: pages }, (_, i) =>
    findingSection(`${i + 1} ページ`, i + 1, byPage.get(i + 1) ?? []),
  );
  const elsewhere = byPage.get(0) ?? [];
  return elsewhere.length > 0 ? [...sections, findingSection("紙面にないセル", 0, elsewhere)] : sections;
}

export function findingSection(title: string, page: number, findings: readonly PreviewFinding[]): HTMLElement {
  const count = make("span", "", findings.length === 0 ? "指摘なし" : `${findings.length} 件`);
  const section = make("section", "", make("h3", "", make("span", "", title), count));
  section.dataset.page = `${page}`;
  const items = findings.map((finding) => {
    const button = make("button", "", ...findingContent(finding, false));
    button.type = "button";
    button.className = findingClass(finding);
    button.dataset.finding = finding.cell;
    return make("li", "", button);
  });
  if (items.length > 0) section.append(make("ul", "", ...items));
  return section;
}

export function findingClass({ severity, accepted }: PreviewFinding): string {
  return `finding ${accepted === undefined ? severity : "accepted"}`;
}

/** @param isAtCell whether it stands under its cell: then what to do is said, and the cell not again. */
export function findingContent(
  { cell, severity, message, excerpt, remedy, accepted }: PreviewFinding,
  isAtCell: boolean,
): HTMLElement[] {
  const word = accepted === undefined ? SEVERITY_WORDS[severity] : "確認済み";
  return [
    make("span", "head", make("span", "severity", word), isAtCell ? "" : make("span", "", cell)),
    make("span", "message", message),
    ...(excerpt === "" ? [] : [make("span", "excerpt", excerpt)]),
    ...(accepted === undefined ? [] : [make("span", "remedy", `理由: ${accepted}`)]),
    ...(!isAtCell || accepted !== undefined || remedy === "" ? [] : [make("span", "remedy", `→ ${remedy}`)]),
  ];
}

export function faultContent({ message, hint, place, available }: PreviewFault): HTMLElement[] {
  const lines = place?.excerpt.map(({ number, text }) => {
    const line = make("span", number === place.line ? "wrong" : "", text === "" ? " " : text);
    line.dataset.number = `${number}`;
    return line;
  });
  return [
    make("p", "message", message),
    ...(lines ? [make("pre", "", ...lines)] : []),
    ...(hint === "" ? [] : [make("p", "", `→ ${hint}`)]),
    ...(available
      ? [
          make("p", "", `ここで使える${available.kind}`),
          make("ul", "", ...available.names.map((name) => make("li", "", make("code", "", name)))),
        ]
      : []),
  ];
}
