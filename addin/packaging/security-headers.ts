/** Where Office.js comes from: the pane's own folder, or Microsoft's servers. */
export type OfficeJsSource = "own" | "cdn";

/** Hosts in whose pages Excel on the web shows a pane. */
const FRAME_ANCESTORS = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.cloud.microsoft",
  "https://*.office.com",
  "https://*.sharepoint.com",
];

/**
 * Headers with which a server gives the pane. Everything comes from the pane's own address; nothing is sent elsewhere. Frames have
 * to be allowed by a header, a `meta` element cannot do it.
 */
export function securityHeaders(officeJs: OfficeJsSource): Readonly<Record<string, string>> {
  const scripts = officeJs === "cdn" ? "'self' https://appsforoffice.microsoft.com" : "'self'";
  const policy = [
    "default-src 'self'",
    `script-src ${scripts}`,
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${FRAME_ANCESTORS.join(" ")}`,
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
  };
}

/** Kinds of files that a pane has, for servers that do not know them. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "text/xml; charset=utf-8",
};
