import { DOMParser, type Document, type Element } from "@xmldom/xmldom";

/** What is wrong with a manifest, by the rule that it breaks. */
export interface ManifestFault {
  readonly rule: keyof typeof MANIFEST_RULES;
  readonly detail: string;
}

/** What Excel asks of a manifest and the published schema does not say. */
export const MANIFEST_RULES = {
  "xml-broken": "the file is well-formed XML",
  "id-not-guid": "Id is a GUID",
  "version-too-low": "Version has up to four numbers and is at least 1.0: Excel ignores 0.x",
  "host-wrong": "every Host is that of Excel: Workbook",
  "url-not-https": "every address is HTTPS",
  "origin-mixed": "every address has the origin of the pane: others would open in a browser",
  "resid-dangling": "every resid names a resource",
  "resid-wrong-kind": "pictures, addresses, short and long strings are named where they belong",
  "resid-too-long": "a resid has at most 32 characters",
  "resource-unused": "every resource is named somewhere",
  "resource-duplicate": "no two resources have the same id",
  "string-too-long": "short strings have at most 125 characters, long ones 250",
  "override-duplicate": "a string has one override for each language",
  "translation-missing": "every text that people read is there in English too",
  "icon-size-missing": "every icon comes in 16, 32, 64 and 80 pixels",
  "control-id-duplicate": "no two groups or controls have the same id",
  "function-file-missing": "a button that runs a function has a file to find it in",
} as const;

/** Kind of resource by the element that names it. */
const KIND_OF_USE: Readonly<Record<string, string>> = {
  Image: "Image",
  SourceLocation: "Url",
  LearnMoreUrl: "Url",
  FunctionFile: "Url",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
};
const ICON_SIZES = ["16", "32", "64", "80"];
const LONGEST = { ShortStrings: 125, LongStrings: 250 } as const;
const TRANSLATED = ["DisplayName", "Description", "String"];

/** Looks for what would keep Excel from loading an add-in, or make it load less than the manifest says. */
export function manifestFaults(xml: string): ManifestFault[] {
  const document = parse(xml);
  if (!document) return [{ rule: "xml-broken", detail: "the XML cannot be read" }];
  return [
    ...headFaults(document),
    ...addressFaults(document),
    ...resourceFaults(document),
    ...stringFaults(document),
    ...buttonFaults(document),
  ];
}

/** Every address that a manifest names, each once, in order. */
export function manifestAddresses(xml: string): string[] {
  const document = parse(xml);
  return document ? [...new Set(addresses(document))] : [];
}

function parse(xml: string): Document | undefined {
  const errors: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") errors.push(message);
    },
  });
  try {
    const document = parser.parseFromString(xml, "text/xml");
    return errors.length > 0 ? undefined : document;
  } catch (error) {
    if (error instanceof Error && error.name === "ParseError") return undefined;
    throw error;
  }
}

function all(parent: Document | Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}

function headFaults(document: Document): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const id = all(document, "Id")[0]?.textContent ?? "";
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(id)) faults.push({ rule: "id-not-guid", detail: id });
  const version = all(document, "Version")[0]?.textContent ?? "";
  if (!/^[1-9]\d*(?:\.\d+){1,3}$/u.test(version)) faults.push({ rule: "version-too-low", detail: version });
  for (const host of all(document, "Host")) {
    const name = attribute(host, "Name") || attribute(host, "xsi:type");
    if (name !== "Workbook") faults.push({ rule: "host-wrong", detail: name });
  }
  return faults;
}

function addresses(document: Document): string[] {
  const named = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"];
  return named
    .flatMap((name) => all(document, name))
    .flatMap((element) => [element, ...all(element, "Override")])
    .map((element) => attribute(element, "DefaultValue") || attribute(element, "Value"))
    .filter((address) => address !== "");
}

function addressFaults(document: Document): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const all = addresses(document);
  const origins = new Set<string>();
  for (const address of all) {
    const url = URL.parse(address);
    if (url?.protocol === "https:") origins.add(url.origin);
    else faults.push({ rule: "url-not-https", detail: address });
  }
  if (origins.size > 1) faults.push({ rule: "origin-mixed", detail: [...origins].join(" ") });
  return faults;
}

interface Resource {
  readonly id: string;
  readonly kind: string;
}

function resources(document: Document): Resource[] {
  const [list] = all(document, "Resources");
  if (!list) return [];
  const kindOf = (element: Element) =>
    element.localName === "String" ? (element.parentNode as Element).localName! : element.localName!;
  return ["Image", "Url", "String"]
    .flatMap((name) => all(list, name))
    .map((element) => ({ id: attribute(element, "id"), kind: kindOf(element) }));
}

function resourceFaults(document: Document): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const known = new Map<string, string>();
  for (const { id, kind } of resources(document)) {
    if (known.has(id)) faults.push({ rule: "resource-duplicate", detail: id });
    known.set(id, kind);
  }
  const used = new Set<string>();
  for (const element of all(document, "*")) {
    const resid = element.getAttribute("resid");
    if (resid === null) continue;
    used.add(resid);
    const kind = known.get(resid);
    const wanted = KIND_OF_USE[element.localName!];
    const detail = `${element.localName!} ${resid}`;
    if (resid.length > 32) faults.push({ rule: "resid-too-long", detail });
    if (kind === undefined) faults.push({ rule: "resid-dangling", detail });
    else if (kind !== wanted) faults.push({ rule: "resid-wrong-kind", detail: `${detail}: ${kind}` });
  }
  for (const id of known.keys()) if (!used.has(id)) faults.push({ rule: "resource-unused", detail: id });
  return faults;
}

function stringFaults(document: Document): ManifestFault[] {
  const faults: ManifestFault[] = [];
  const [defaultLocale] = all(document, "DefaultLocale");
  const texts = TRANSLATED.flatMap((name) => all(document, name)).filter((text) => text.hasAttribute("DefaultValue"));
  for (const text of texts) {
    const overrides = all(text, "Override");
    const locales = overrides.map((override) => attribute(override, "Locale"));
    const name = attribute(text, "id") || text.localName!;
    if (new Set(locales).size < locales.length) faults.push({ rule: "override-duplicate", detail: name });
    if (![...locales, defaultLocale?.textContent].includes("en-US"))
      faults.push({ rule: "translation-missing", detail: name });
    const list = (text.parentNode as Element).localName!;
    const longest = list === "ShortStrings" || list === "LongStrings" ? LONGEST[list] : LONGEST.LongStrings;
    const values = [attribute(text, "DefaultValue"), ...overrides.map((override) => attribute(override, "Value"))];
    if (values.some(({ length }) => length > longest)) faults.push({ rule: "string-too-long", detail: name });
  }
  return faults;
}

function buttonFaults(document: Document): ManifestFault[] {
  const faults: ManifestFault[] = [];
  for (const icon of all(document, "Icon")) {
    const sizes = all(icon, "Image").map((image) => attribute(image, "size"));
    const missing = ICON_SIZES.filter((size) => !sizes.includes(size));
    if (missing.length > 0) {
      const owner = attribute(icon.parentNode as Element, "id");
      faults.push({ rule: "icon-size-missing", detail: `${owner}: ${missing.join(", ")}` });
    }
  }
  const ids = ["Group", "Control"].flatMap((name) => all(document, name)).map((element) => attribute(element, "id"));
  for (const id of new Set(ids.filter((each, i) => ids.indexOf(each) !== i)))
    faults.push({ rule: "control-id-duplicate", detail: id });
  const runsFunction = all(document, "Action").some((action) => attribute(action, "xsi:type") === "ExecuteFunction");
  if (runsFunction && all(document, "FunctionFile").length === 0)
    faults.push({ rule: "function-file-missing", detail: "ExecuteFunction" });
  return faults;
}
