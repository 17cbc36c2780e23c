import type { RollupLog } from '@rollup/browser';
import { RUNTIME_MODULES } from '../runtime-modules';
import { type Compilation, positionIn } from './compilation';
import { isPackageId, pathOfId, runtimeModuleOfId } from './module-ids';
import { isNodeFile, nodeSpecifierOf } from './node-modules';

/** Reports why Rollup gave up. `false`: it is no problem of the project, but of Rollup itself. */
export function reportRollupError(compilation: Compilation, log: RollupLog): boolean {
  if (log.id === undefined || log.pos === undefined) return false;
  const position = positionIn(compilation, log.id, log.pos);
  compilation.problems.error('SyntaxError', wordsOf(compilation, log), position);
  return true;
}

/** Reports a warning that matters to who wrote the project; the others are of no use there. */
export function reportRollupWarning(compilation: Compilation, log: RollupLog): void {
  const { problems } = compilation;
  if (log.id !== undefined && isPackageId(log.id)) return;
  if (log.code === 'NAMESPACE_CONFLICT') {
    problems.warning(
      `"${log.binding}" is exported by both ${log.ids?.map(nameOf).join(' and ')}: export * leaves it out.`,
      log.reexporter === undefined ? undefined : positionIn(compilation, log.reexporter, 0),
    );
  }
  if (log.code === 'MISSING_EXPORT' || log.code === 'CANNOT_CALL_NAMESPACE') {
    const position =
      log.id === undefined ? undefined : positionIn(compilation, log.id, log.pos ?? 0);
    problems.warning(wordsOf(compilation, log), position);
  }
}

function wordsOf(compilation: Compilation, log: RollupLog): string {
  switch (log.code) {
    case 'MISSING_EXPORT':
      return wordsOfMissingExport(compilation, log.binding ?? '', log.exporter ?? '');
    case 'CANNOT_CALL_NAMESPACE':
      return 'A module namespace cannot be called: import the function by its name.';
    case 'ILLEGAL_REASSIGNMENT':
      return 'An import cannot be assigned to. Export a function that changes it from its own module.';
    default:
      return withoutPlace(log);
  }
}

function wordsOfMissingExport(compilation: Compilation, name: string, exporter: string): string {
  const module = runtimeModuleOfId(exporter);
  if (module !== undefined) {
    const exists = RUNTIME_MODULES[module].join(', ');
    return `"${name}" of ${module} is not supported yet. What it exports: ${exists}.`;
  }
  return `${nameOf(exporter)} has no export "${name}".${hintAtMissingExport(compilation, name, exporter)}`;
}

function hintAtMissingExport({ files }: Compilation, name: string, exporter: string): string {
  const text = files.text(pathOfId(exporter) ?? '') ?? '';
  const words = text.split(/[^\w$]+/);
  const isType = words.some(
    (word, index) => (word === 'interface' || word === 'type') && words[index + 1] === name,
  );
  if (isType) return ` It is a type: write "type ${name}".`;
  return '';
}

function nameOf(id: string): string {
  return pathOfId(id) ?? runtimeModuleOfId(id) ?? (isNodeFile(id) ? nodeSpecifierOf(id) : id);
}

/** Rollup's message, without the file, line and column of its own counting that it begins with. */
function withoutPlace({ message, loc }: RollupLog): string {
  const place = loc ? ` (${loc.line}:${loc.column}): ` : undefined;
  const at = place === undefined ? -1 : message.indexOf(place);
  return place === undefined || at === -1 ? message : message.slice(at + place.length);
}
