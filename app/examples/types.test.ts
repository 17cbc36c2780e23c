import ts from 'typescript';
import { expect, test } from 'vitest';
import type { ProjectFiles } from '../../runtime-worker/index';
import { ABORT_ISOLATE_TYPES } from '../editor/abort-isolate-types';
import { assetTypes, environmentTypes } from '../editor/environment-types';
import { EXAMPLES } from './all';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts'],
  types: ['@cloudflare/workers-types'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** Where the examples are taken to be: packages are found from there. */
const ROOT = `${process.cwd()}/`;

const disk = ts.createCompilerHost(OPTIONS);
const ofDisk = new Map<string, ts.SourceFile | undefined>();

for (const [name, files] of EXAMPLES) {
  test(`${name} is typed without an error`, () => {
    expect(errorsIn(files)).toEqual([]);
  });
}

/** What TypeScript finds in a project, with the types that the editor and wrangler give it. */
function errorsIn(files: ProjectFiles): string[] {
  const texts = new Map(
    Object.entries({
      ...files,
      'abort-isolate.d.ts': ABORT_ISOLATE_TYPES,
      'modules.d.ts': assetTypes(files, ''),
      'worker-configuration.d.ts': environmentTypes(files, ''),
    }).flatMap(([path, content]) =>
      typeof content === 'string' ? [[ROOT + path, content] as const] : [],
    ),
  );
  const host: ts.CompilerHost = {
    ...disk,
    directoryExists: (path) =>
      [...texts.keys()].some((file) => file.startsWith(`${path}/`)) || ts.sys.directoryExists(path),
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile(path, languageVersion) {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion);
      if (!ofDisk.has(path)) ofDisk.set(path, disk.getSourceFile(path, languageVersion));
      return ofDisk.get(path);
    },
  };
  const roots = [...texts.keys()].filter((path) => path.endsWith('.ts'));
  return ts
    .getPreEmitDiagnostics(ts.createProgram(roots, OPTIONS, host))
    .map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName.slice(ROOT.length)}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
}
