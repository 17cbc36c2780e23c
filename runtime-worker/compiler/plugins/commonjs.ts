import type { Plugin, PluginContext } from '@rollup/browser';
import MagicString from 'magic-string';
import { RUNTIME_KEY } from '../../runtime-modules';
import { type Compilation, importKey, positionIn } from '../compilation';
import { formatOf } from '../module-format';
import { commonJSOfFacade, fileId, INTEROP, pathOfId, plainId } from '../module-ids';
import { type Edit, segmentsAfterEditing } from '../module-text';
import { type Load, type Loads, loadsOf } from '../requires';
import { resolve } from '../resolution';
import { createInterop } from '../run-time/interop';
import { stringLiteral } from '../string-literal';

/** What a CommonJS module exports to the script: a function that gives its `module.exports`. */
const REQUIRE = '$isolab_require';

const COMPUTED_IMPORT =
  'import() of a computed specifier finds no module of the project when it runs: only those that are written out are part of the script.';

/**
 * Makes ES modules of CommonJS ones, whose code becomes a function that is called when the module is
 * first required, and gives `require()` and `import()` what they lead to. What ES modules import of a
 * CommonJS one is a facade: see `resolveImports`.
 */
export function commonJS(compilation: Compilation): Plugin {
  const { kinds, texts } = compilation;
  return {
    name: 'commonjs',
    load(id) {
      if (id === INTEROP) {
        const runtime = `globalThis[Symbol.for(${JSON.stringify(RUNTIME_KEY)})]`;
        const names = 'commonJS, fromPackage, importOf, requireOf, toCommonJS, toModule';
        const code = `export const { ${names} } = (${createInterop.toString()})(${runtime});`;
        return { code, map: { mappings: '' } };
      }
      const facade = commonJSOfFacade(id);
      if (!facade) return null;
      return {
        code: facadeOf(facade),
        map: { mappings: '' },
        // What it does not export itself is looked up in it when it is read.
        syntheticNamedExports: facade.isMain ? false : 'all',
      };
    },
    transform(code, id) {
      const path = pathOfId(id);
      if (path === undefined || !kinds.isCode(path)) return null;
      const isCommonJS = formatOf(compilation, path, this.parse) === 'commonjs';
      if (!isCommonJS && !/\brequire\b|\bimport\s*\(/.test(code)) return null;
      const parsed = parsedOrNot(this.parse, code);
      // Rollup says what is wrong with it.
      if (!parsed && !isCommonJS) return null;
      const module = new ModuleLoads(compilation, this, id, path);
      const edits = [...module.editsFor(parsed ?? NOTHING)];
      const { imports, table } = module;
      if (isCommonJS) {
        const names = `{ commonJS as $isolab_commonJS }`;
        edits.unshift({
          start: 0,
          end: 0,
          text: `import ${names} from ${literal(INTEROP)}; ${imports()}export const ${REQUIRE} = $isolab_commonJS(function (exports, module, require) {`,
        });
        if (code.startsWith('#!')) edits.push({ start: 0, end: 2, text: '//' });
        edits.push({ start: code.length, end: code.length, text: `\n}, ${table('require')});` });
      } else {
        const declared = module.declarations(parsed ?? NOTHING);
        if (declared) edits.unshift({ start: 0, end: 0, text: `${imports()}${declared}` });
      }
      if (edits.length === 0) return null;
      const rewritten = new MagicString(code);
      for (const { start, end, text } of edits) {
        if (start === end) rewritten.appendLeft(start, text);
        else rewritten.update(start, end, text);
      }
      texts.get(path)?.rewritten(segmentsAfterEditing(edits));
      return { code: rewritten.toString(), map: rewritten.generateMap({ hires: true }).toString() };
    },
  };
}

const NOTHING: Loads = { requires: [], imports: [], usesRequire: false };

function parsedOrNot(parse: PluginContext['parse'], code: string): Loads | undefined {
  try {
    return loadsOf(parse(code, { allowReturnOutsideFunction: true, jsx: true }));
  } catch (error) {
    // The stack is full: the code is nested too deeply.
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}

/** An ES module whose exports are those of a CommonJS one. */
function facadeOf({ id, asNode, isMain }: { id: string; asNode: boolean; isMain: boolean }) {
  const required = `import { ${REQUIRE} as required } from ${literal(plainId(id))};`;
  if (isMain) return `${required} export default required();`;
  return `${required} import { toModule } from ${literal(INTEROP)};
const all = toModule(required(), ${asNode}); const fallback = all.default;
export { all, fallback as default };`;
}

/** What one module's `require()`s and `import()`s lead to, as code. */
class ModuleLoads {
  readonly #compilation: Compilation;
  readonly #context: PluginContext;
  readonly #id: string;
  readonly #path: string;
  readonly #imports: string[] = [];
  /** Expressions that give what a specifier leads to, by what asks for it. */
  readonly #tables = { require: new Map<string, string>(), import: new Map<string, string>() };

  constructor(compilation: Compilation, context: PluginContext, id: string, path: string) {
    this.#compilation = compilation;
    this.#context = context;
    this.#id = id;
    this.#path = path;
  }

  /** Finds what the loads lead to. Gives the edits that have the code ask for it. */
  editsFor({ requires, imports }: Loads): readonly Edit[] {
    for (const load of requires) this.#require(load);
    return imports
      .filter((load) => this.#import(load))
      .map(({ start }) => ({ start, end: start + 'import'.length, text: '$isolab_import' }));
  }

  readonly imports = (): string => this.#imports.join('');

  readonly table = (of: 'require' | 'import'): string => {
    const entries = [...this.#tables[of]].map(
      ([specifier, expression]) => `${literal(specifier)}: () => ${expression}`,
    );
    return `{ ${['__proto__: null', ...entries].join(', ')} }`;
  };

  /** What an ES module needs to call `require` and what stands for `import`. */
  declarations({ usesRequire }: Loads): string {
    const declared: string[] = [];
    if (usesRequire) {
      declared.push(
        `import { requireOf as $isolab_requireOf } from ${literal(INTEROP)}; var require = $isolab_requireOf(${this.table('require')}); `,
      );
    }
    if (this.#importsAreAsked) declared.push(this.#importDeclaration());
    return declared.join('');
  }

  #importsAreAsked = false;

  #importDeclaration(): string {
    return `import { importOf as $isolab_importOf } from ${literal(INTEROP)}; var $isolab_import = $isolab_importOf(${this.table('import')}); `;
  }

  #require(load: Load): void {
    const { specifier } = load;
    if (specifier === undefined || this.#tables.require.has(specifier)) return;
    const { kinds, required } = this.#compilation;
    const resolution = resolve(this.#compilation, specifier, this.#path);
    if (resolution.to === 'nothing') {
      if (!load.guarded) this.#reportNothing(load, resolution.why);
      return;
    }
    const found = (expression: string) => this.#tables.require.set(specifier, expression);
    if (resolution.to === 'package') this.#placePackage(load, specifier);
    if (resolution.to !== 'file') {
      found(`${this.#bring('fromPackage')}(${this.#namespaceOf(specifier)})`);
    } else if (!kinds.isCode(resolution.path)) {
      found(`${this.#namespaceOf(specifier)}.default`);
    } else if (this.#formatOf(resolution.path) === 'commonjs') {
      found(`${this.#requireOf(resolution.path)}()`);
    } else {
      const id = fileId(resolution.path);
      if (!required.has(id)) {
        required.add(id);
        this.#context.emitFile({ type: 'chunk', id: plainId(id), preserveSignature: 'strict' });
      }
      found(`${this.#bring('toCommonJS')}($isolab_linker.require(${literal(id)}))`);
    }
  }

  /** Whether the `import()` is no business of Rollup's. */
  #import(load: Load): boolean {
    const { specifier } = load;
    if (specifier === undefined) {
      const position = positionIn(this.#compilation, this.#id, load.start);
      this.#compilation.problems.warning(COMPUTED_IMPORT, position);
      this.#importsAreAsked = true;
      return true;
    }
    const resolution = resolve(this.#compilation, specifier, this.#path);
    const expression = this.#importedBy(specifier, load, resolution);
    if (expression === undefined) return false;
    if (expression !== NOT_FOUND) this.#tables.import.set(specifier, expression);
    this.#importsAreAsked = true;
    return true;
  }

  #importedBy(
    specifier: string,
    load: Load,
    resolution: ReturnType<typeof resolve>,
  ): string | typeof NOT_FOUND | undefined {
    if (resolution.to === 'runtime') return this.#namespaceOf(specifier);
    if (resolution.to === 'nothing') return load.guarded ? NOT_FOUND : undefined;
    if (resolution.to !== 'file') return undefined;
    if (!this.#compilation.kinds.isCode(resolution.path)) return this.#namespaceOf(specifier);
    if (this.#formatOf(resolution.path) === 'esm') return undefined;
    const required = `${this.#requireOf(resolution.path)}()`;
    return `${this.#bring('toModule')}(${required}, ${isNodeModule(this.#compilation, this.#path)})`;
  }

  #formatOf(path: string) {
    return formatOf(this.#compilation, path, this.#context.parse);
  }

  #reportNothing({ source }: Load, why: string): void {
    const position = positionIn(this.#compilation, this.#id, source);
    this.#compilation.problems.error('ResolveError', why, position);
  }

  /** What the compiler writes for it has no place. */
  #placePackage({ source }: Load, specifier: string): void {
    const position = positionIn(this.#compilation, this.#id, source);
    if (position) this.#compilation.packageImports.set(importKey(this.#id, specifier), position);
  }

  #bring(name: string): string {
    const local = `$isolab_${name}`;
    const line = `import { ${name} as ${local} } from ${literal(INTEROP)}; `;
    if (!this.#imports.includes(line)) this.#imports.push(line);
    return local;
  }

  #requireOf(path: string): string {
    return this.#imported((name) => `{ ${REQUIRE} as ${name} }`, plainId(fileId(path)));
  }

  #namespaceOf(specifier: string): string {
    return this.#imported((name) => `* as ${name}`, specifier);
  }

  #imported(clause: (name: string) => string, from: string): string {
    const name = `$isolab_${this.#imports.length}`;
    this.#imports.push(`import ${clause(name)} from ${literal(from)}; `);
    return name;
  }
}

const NOT_FOUND = Symbol('found by nobody');

/** Whether a file is an ES module as Node.js tells: for these `__esModule` says nothing. */
export function isNodeModule({ files }: Compilation, path: string): boolean {
  if (/\.m[jt]s$/.test(path)) return true;
  if (/\.c[jt]s$/.test(path)) return false;
  return /"type"\s*:\s*"module"/.test(files.text('package.json') ?? '');
}

function literal(text: string): string {
  return stringLiteral(text);
}
