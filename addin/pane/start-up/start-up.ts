/** How far the pane has come, and what keeps it. */
export type StartUp =
  | { readonly kind: "loading" }
  /** The file office.js did not arrive. */
  | { readonly kind: "office-missing" }
  /** office.js is there, or on its way, but Excel does not answer. */
  | { readonly kind: "office-silent" }
  /** The page stands in a browser, or in another program than Excel. */
  | { readonly kind: "outside-excel" }
  | { readonly kind: "excel-too-old"; readonly needed: string; readonly version: string | undefined }
  | { readonly kind: "ready" };
