import { editor, languages, Uri } from 'monaco-editor/editor';
import {
  type CompilerOptions,
  getTypeScriptWorker,
  JsxEmit,
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
  typescriptDefaults.setCompilerOptions(OPTIONS);
  typescriptDefaults.setDiagnosticsOptions({
    diagnosticCodesToIgnore: NO_SUCH_MODULE,
    // The others are looked at when they are opened: a hundred files are not checked at each edit.
    onlyVisible: true,
  });
  handOverModules();
}

/** Paths of the declarations that were given. */
const given = new Set<string>();

/**
 * Gives the editor declarations, by their paths: those of a path replace what was there before, and cost
 * nothing where they are the same; those of a path that is not named any more are gone.
 */
export function setTypeLibraries(libraries: ReadonlyMap<string, string>): void {
  for (const path of given) {
    if (!libraries.has(path) && path !== HANDED_OVER) setTypeLibrary(path, '');
  }
  for (const [path, content] of libraries) setTypeLibrary(path, content);
}

function setTypeLibrary(path: string, content: string): void {
  const uri = uriOf(path);
  const before = typescriptDefaults.getExtraLibs()[uri]?.content ?? '';
  if (content === before) return;
  given.add(path);
  typescriptDefaults.addExtraLib(content, uri);
  // Monaco made it to show a definition; made again, it has what is declared now.
  if (before !== '') editor.getModel(Uri.parse(uri))?.dispose();
}

function uriOf(path: string): string {
  return `file:///${path}`;
}

/** Has a text of its own each time, so that what was checked before its imports were there is checked again. */
const HANDED_OVER = 'node_modules/isolab/handed-over.d.ts';

/** All modules of the project are there for TypeScript, opened or not, so that imports between them resolve. */
function handOverModules(): void {
  let soon = false;
  let times = 0;
  const handOver = async () => {
    soon = false;
    const service = await typeScriptService();
    const modules = editor.getModels().filter(isModule);
    await service(...modules.map(({ uri }) => uri));
    times += 1;
    setTypeLibrary(HANDED_OVER, `// ${times}`);
  };
  let started = false;
  languages.onLanguage('typescript', () => {
    started = true;
    void handOver();
  });
  editor.onDidCreateModel((model) => {
    if (!started || soon || !isModule(model)) return;
    soon = true;
    // A project brings many at once.
    queueMicrotask(() => void handOver());
  });
}

/** Monaco rejects while its TypeScript is still on the way, and does not say when it comes. */
async function typeScriptService() {
  for (;;) {
    try {
      return await getTypeScriptWorker();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function isModule(model: editor.ITextModel): boolean {
  if (typescriptDefaults.getExtraLibs()[model.uri.toString()]) return false;
  return model.getLanguageId() === 'typescript' || model.uri.path.endsWith('.json');
}
