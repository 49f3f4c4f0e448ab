import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { refuseStrangers } from "../../../renderer/preview/refuse-strangers.ts";

const PORT = 4649;
const own = { host: `127.0.0.1:${PORT}` };

function statusOf(headers: Readonly<Record<string, string>>, method = "GET"): number | undefined {
  return refuseStrangers({ method, headers } as unknown as IncomingMessage, PORT)?.status;
}

test.each([
  ["a typed address", { ...own, "sec-fetch-site": "none" }],
  ["the page itself", { ...own, "sec-fetch-site": "same-origin", origin: `http://127.0.0.1:${PORT}` }],
  ["a program without a browser's headers", own],
  ["the other name of this machine", { host: `localhost:${PORT}` }],
])("answers %s", (_, headers) => {
  expect(statusOf(headers)).toBeUndefined();
});

test.each([
  ["a name that points to this machine", { host: `evil.example:${PORT}` }],
  ["another port", { host: "127.0.0.1:80" }],
  ["no name", {}],
  ["another site's page", { ...own, origin: "https://evil.example" }],
  ["a sandboxed page", { ...own, origin: "null" }],
  ["another port's page", { ...own, origin: "http://127.0.0.1:3000" }],
  ["a picture on another site", { ...own, "sec-fetch-site": "cross-site" }],
  ["a picture on another port", { ...own, "sec-fetch-site": "same-site" }],
])("refuses %s", (_, headers) => {
  expect(statusOf(headers)).toBe(403);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("refuses %s", (method) => {
  expect(statusOf(own, method)).toBe(405);
});
