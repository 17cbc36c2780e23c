import type { Plugin } from '@rollup/browser';

const NAME = '$isolab_meta';

/** Goes before the code of a script. */
export const IMPORT_META_DECLARATION = `const ${NAME} = { __proto__: null };`;

/**
 * `import.meta` of every module is one object without properties: as in workerd, for which wrangler
 * makes one module of all.
 */
export function importMeta(): Plugin {
  return {
    name: 'import-meta',
    resolveImportMeta: (property) => (property === null ? NAME : `${NAME}.${property}`),
  };
}
