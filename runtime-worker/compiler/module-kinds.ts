import globToRegExp from 'glob-to-regexp';
import type { ModuleRule } from '../project';

/** What a file is as a module. */
export type ModuleKind =
  | 'javascript'
  | 'typescript'
  | 'typescript-jsx'
  | 'json'
  | 'text'
  | 'data'
  | 'wasm';

const KIND_BY_EXTENSION: ReadonlyMap<string, ModuleKind> = new Map([
  ['ts', 'typescript'],
  ['tsx', 'typescript-jsx'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['js', 'javascript'],
  ['jsx', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['json', 'json'],
]);

/** Wrangler's own rules, which follow a project's. */
const DEFAULT_RULES: readonly ModuleRule[] = [
  { type: 'Text', globs: ['**/*.txt', '**/*.html', '**/*.sql'] },
  { type: 'Data', globs: ['**/*.bin'] },
  { type: 'CompiledWasm', globs: ['**/*.wasm', '**/*.wasm?module'] },
];

/** As in wrangler, which bundles: a rule for code changes nothing, the bundler tells what it is. */
const KIND_BY_TYPE: ReadonlyMap<string, ModuleKind> = new Map([
  ['Text', 'text'],
  ['Data', 'data'],
  ['CompiledWasm', 'wasm'],
]);

interface Matcher {
  readonly rule: ModuleRule;
  readonly kind: ModuleKind;
  readonly pattern: RegExp;
}

/** Every extension that a module has without rules of the project. */
export const MODULE_EXTENSIONS: readonly string[] = [
  ...KIND_BY_EXTENSION.keys(),
  ...['txt', 'html', 'sql', 'bin', 'wasm'],
];

/** Tells what files are as modules, by a project's rules, wrangler's own and the extensions of code. */
export class ModuleKinds {
  readonly #inForce: readonly Matcher[];
  readonly #ignored: readonly Matcher[];

  constructor(rules: readonly ModuleRule[]) {
    const closed = new Set<string>();
    const inForce: ModuleRule[] = [];
    const ignored: ModuleRule[] = [];
    for (const rule of [...rules, ...DEFAULT_RULES]) {
      (closed.has(rule.type) ? ignored : inForce).push(rule);
      if (rule.fallthrough !== true) closed.add(rule.type);
    }
    this.#inForce = inForce.flatMap(matchersOf);
    this.#ignored = ignored.flatMap(matchersOf);
  }

  /** The kind of module a file is, or `undefined` where it is none. */
  of(path: string): ModuleKind | undefined {
    const matched = matching(this.#inForce, path);
    if (matched) return matched.kind;
    if (matching(this.#ignored, path)) return undefined;
    return KIND_BY_EXTENSION.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
  }

  /** Whether a file is code: JavaScript or TypeScript. */
  isCode(path: string): boolean {
    const kind = this.of(path);
    return kind === 'javascript' || kind === 'typescript' || kind === 'typescript-jsx';
  }

  /** The rule by which a file would be a module, if one before it of its type did not end the list. */
  ignoredRuleOf(path: string): ModuleRule | undefined {
    if (matching(this.#inForce, path)) return undefined;
    return matching(this.#ignored, path)?.rule;
  }
}

function matchersOf(rule: ModuleRule): readonly Matcher[] {
  const kind = KIND_BY_TYPE.get(rule.type);
  if (!kind) return [];
  return rule.globs.map((glob) => ({ rule, kind, pattern: globToRegExp(glob) }));
}

/** Wrangler's globs are about what an import says, which begins with a dot. */
function matching(matchers: readonly Matcher[], path: string): Matcher | undefined {
  return matchers.find(({ pattern }) => pattern.test(`./${path}`));
}
