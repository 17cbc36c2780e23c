import type { ProjectFiles } from '../project';
import type { Compilation, CompileOptions } from './compilation';
import { Files } from './files';
import { ModuleKinds } from './module-kinds';
import { PACKAGE_JSON, WantedVersions } from './package-json';
import { type PackageCache, Packages } from './packages';
import { Problems } from './problems';
import { readLanguageOptions } from './tsconfig';

/** Modules of packages, for as long as the compiler lives. */
const cache: PackageCache = new Map();

/** What a compile of a project begins with. @param load loads the modules of npm packages. */
export function startCompilation(
  files: ProjectFiles,
  main: string,
  { rules, nodeCompat, cdn }: CompileOptions,
  load: typeof fetch,
): Compilation {
  const readable = new Files(files);
  return {
    files: readable,
    main,
    kinds: new ModuleKinds(rules),
    nodeCompat,
    language: readLanguageOptions(readable),
    packages: new Packages({
      cdn,
      wanted: new WantedVersions(readable.text(PACKAGE_JSON)),
      fetch: (input, init) => load(input, init),
      cache,
    }),
    packageImports: new Map(),
    problems: new Problems(),
    translations: new Map(),
    formats: new Map(),
    required: new Set(),
    texts: new Map(),
    assets: [],
    entry: { file: main, line: 1, column: 1 },
    serviceWorker: false,
  };
}
