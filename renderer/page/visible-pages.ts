/** A report cut into pages, with all that a screen needs to show it as paper. */
export interface VisiblePages {
  /** The style of the report, as it stands in its HTML. */
  readonly style: string;
  /** HTML of each `section.page`. */
  readonly pages: readonly string[];
  readonly marginBoxes: readonly MarginBox[];
}

/** What stands in the margin of pages: `@page :first { @bottom-center { content: … } }`. */
export interface MarginBox {
  /** `:first`; empty for every page. */
  readonly pages: string;
  /** `bottom-center` */
  readonly name: string;
  /** Declarations, `content` among them. */
  readonly style: string;
}

/**
 * Reads the pages that `paginate` made out of the browser that prints them, and changes nothing. Screens draw no margin
 * boxes, so they are taken out of the style sheets. Runs inside the page and is sent there as source.
 */
export function visiblePages(): VisiblePages {
  const styles = Array.from(document.querySelectorAll("style"));
  const marginBoxes = styles.flatMap(({ sheet }) =>
    Array.from(sheet?.cssRules ?? []).flatMap((rule) => {
      // Not instanceof: a browser too old for margin boxes prints none either, and has no CSSMarginRule.
      if (!(rule instanceof CSSPageRule) || !("cssRules" in rule)) return [];
      const boxes = Array.from(rule.cssRules as unknown as Iterable<{ name: string; style: CSSStyleDeclaration }>);
      return boxes.map(({ name, style }) => ({ pages: rule.selectorText, name, style: style.cssText }));
    }),
  );
  return {
    style: styles.map(({ textContent }) => textContent).join("\n"),
    pages: Array.from(document.querySelectorAll("main.paged > .page"), ({ outerHTML }) => outerHTML),
    marginBoxes,
  };
}
