/**
 * Whether Office is dark. Office may differ from Windows; where it says nothing (on the web) the page follows
 * `prefers-color-scheme`. @param background `#262626`
 */
export function isDarkTheme(background: string | undefined): boolean | undefined {
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(background ?? "")?.slice(1);
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0] = channels.map((hex) => Number.parseInt(hex, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
