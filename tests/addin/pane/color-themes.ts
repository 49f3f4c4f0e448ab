import type { Page } from "puppeteer";

/** The looks that Windows and Office give the pane: two of its own, and contrast themes on a light and a dark ground. */
export const COLOR_THEMES = {
  light: { scheme: "light", forced: "none" },
  dark: { scheme: "dark", forced: "none" },
  "contrast-light": { scheme: "light", forced: "active" },
  "contrast-dark": { scheme: "dark", forced: "active" },
} as const;
export type ColorTheme = keyof typeof COLOR_THEMES;

/** Puppeteer's own `emulateMediaFeatures` does not know `forced-colors`. */
export async function useColorTheme(page: Page, theme: ColorTheme): Promise<void> {
  const { scheme, forced } = COLOR_THEMES[theme];
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "forced-colors", value: forced },
    ],
  });
}
