/** As much of a browser's window as office.js touches when it is loaded in Node.js. It reaches no network. */
export function officeWindow(): Record<string, unknown> {
  const nothing = (): void => undefined;
  const element = (): object => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getElementsByTagName: () => [],
    href: "",
  });
  const window: Record<string, unknown> = {
    addEventListener: nothing,
    removeEventListener: nothing,
    location: { href: "https://localhost/", search: "", hash: "", protocol: "https:", host: "localhost" },
    navigator: { userAgent: "node", language: "ja-JP" },
    name: "",
    history: {},
    sessionStorage: storage(),
    localStorage: storage(),
    external: {},
    postMessage: nothing,
    OSFPerformance: { now: () => performance.now() },
    document: {
      createElement: element,
      getElementsByTagName: () => [element()],
      querySelectorAll: () => [],
      head: element(),
      body: element(),
      documentElement: element(),
      addEventListener: nothing,
      cookie: "",
      domain: "localhost",
    },
  };
  for (const name of ["window", "self", "top", "parent", "globalThis"]) window[name] = window;
  return window;
}

function storage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  };
}
