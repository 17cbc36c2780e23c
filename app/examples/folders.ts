/** Gathers modules that were found by their paths (`./NAME/src/index.ts`) into the folders of the examples. */
export function filesByExample<Content>(
  modules: Readonly<Record<string, Content>>,
): Map<string, Record<string, Content>> {
  const examples = new Map<string, Record<string, Content>>();
  for (const [path, content] of Object.entries(modules)) {
    const [, name = '', file = ''] = /^\.\/([^/]+)\/(.+)$/.exec(path) ?? [];
    examples.set(name, { ...examples.get(name), [file]: content });
  }
  return examples;
}
