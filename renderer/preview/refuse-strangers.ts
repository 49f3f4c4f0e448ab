import type { IncomingMessage } from "node:http";

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 405;
  readonly sentence: string;
}

/**
 * Refuses every request that does not come from the preview's own page, or from an address that a person typed: a name
 * that some web site lets point to this machine (`Host`), a page of another address (`Origin`, `Sec-Fetch-Site`), and
 * whatever would change something.
 * @param port the port on which the preview listens, on the loopback address alone.
 */
export function refuseStrangers({ method, headers }: IncomingMessage, port: number): Refusal | undefined {
  if (method !== "GET" && method !== "HEAD") return { status: 405, sentence: "見ることだけができます。" };
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) return fromElsewhere();
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return fromElsewhere();
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none" ? undefined : fromElsewhere();
}

function fromElsewhere(): Refusal {
  return { status: 403, sentence: "この端末のプレビューの画面からだけ開けます。" };
}
