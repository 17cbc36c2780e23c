import {
  type CompilerOptions,
  JsxEmit,
  javascriptDefaults,
  ModuleKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';

// `ModuleResolutionKind.Bundler` of TypeScript, which Monaco's copy of the enum lacks.
const BUNDLER: number = 100;

/** As the tsconfig.json of a new Workers project has it; no DOM: the Workers types bring the globals. */
const OPTIONS: CompilerOptions = {
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: BUNDLER,
  lib: ['esnext'],
  types: [],
  strict: true,
  noEmit: true,
  allowJs: true,
  allowImportingTsExtensions: true,
  allowNonTsExtensions: true,
  esModuleInterop: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  jsx: JsxEmit.ReactJSX,
};

/** "Cannot find module": packages come at compile time and without types; the compiler says what is missing. */
const NO_SUCH_MODULE = [2307, 2792];

export function configureTypeScript(): void {
  for (const defaults of [typescriptDefaults, javascriptDefaults]) {
    defaults.setCompilerOptions(OPTIONS);
    // All files of the project are there at once, so that imports between them resolve.
    defaults.setEagerModelSync(true);
  }
  // Nobody looks at the types of JavaScript.
  typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: NO_SUCH_MODULE });
}

/** Gives the editor declarations, by name; replaces those given before. */
export function setTypeLibraries(libraries: ReadonlyMap<string, string>): void {
  const libs = [...libraries].map(([name, content]) => ({
    content,
    filePath: `file:///node_modules/${name}`,
  }));
  for (const defaults of [typescriptDefaults, javascriptDefaults]) defaults.setExtraLibs(libs);
}
