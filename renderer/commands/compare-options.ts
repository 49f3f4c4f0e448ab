export const COMPARISON_FORMATS = ["pdf", "html", "xlsx"] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

export interface CompareOptions {
  /** A folder, or a file whose ending says the format. */
  readonly out: string;
  /** By the ending of `out` where left out, otherwise PDF. */
  readonly format?: ComparisonFormat;
  readonly form?: string;
  readonly templates?: string;
  readonly browser?: string;
  /** ISO date. */
  readonly issuedOn: string;
}
