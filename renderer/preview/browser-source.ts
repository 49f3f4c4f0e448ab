/**
 * The source of functions, to be sent to a browser: they have no types any more, and nothing has to be built. Whatever
 * they use is exported by its module too, since only exports can be found; constants are written as JSON.
 */
export function browserSource(...modules: readonly Readonly<Record<string, unknown>>[]): string {
  return modules
    .flatMap((exported) => Object.entries(exported))
    .map(([name, value]) => (typeof value === "function" ? String(value) : `const ${name} = ${JSON.stringify(value)};`))
    .join("\n");
}
