/** Where `npm run addin` serves the pane, and what the manifest in the repository says. */
export const LOCAL_ADDRESS = "https://localhost:3000";

/**
 * The manifest for a pane that is served elsewhere.
 * @param baseUrl HTTPS address of the folder that holds the pane, with or without its closing slash.
 */
export function manifestFor(manifest: string, baseUrl: string): string {
  return manifest.replaceAll(LOCAL_ADDRESS, escapeAttribute(baseUrl.replace(/\/+$/u, "")));
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
