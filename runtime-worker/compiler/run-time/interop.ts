import type { RuntimeGlobal } from '../../runtime-modules';

/** What a specifier leads to, made when it is asked for. */
type Table = Readonly<Record<string, () => unknown>>;

interface CommonJSModule {
  exports: unknown;
}

/**
 * What CommonJS modules and `import()`s need when they run, as esbuild, with which wrangler bundles,
 * has it. It becomes a part of the script as source, so it uses nothing from around it.
 * @param runtime What the isolate has put up.
 */
export function createInterop(runtime: RuntimeGlobal) {
  const own = Object.getOwnPropertyNames;
  const define = Object.defineProperty;
  const hasOwn = Object.hasOwn;

  function isObject(value: unknown): value is object {
    return (typeof value === 'object' && value !== null) || typeof value === 'function';
  }

  /** Properties that read those of `source`, as they are when they are read. */
  function withPropertiesOf(target: object, source: unknown): object {
    if (!isObject(source)) return target;
    for (const key of own(source)) {
      if (hasOwn(target, key)) continue;
      const enumerable = Object.getOwnPropertyDescriptor(source, key)?.enumerable ?? true;
      define(target, key, { get: () => Reflect.get(source, key, source), enumerable });
    }
    return target;
  }

  /**
   * A CommonJS module as an ES module sees it: `default` is `module.exports`, unless it says by
   * `__esModule` that it was one itself.
   * @param asNode Whether the importer is an ES module as Node.js knows them, which `__esModule` does not sway.
   */
  function toModule(exports: unknown, asNode: boolean): object {
    const target = isObject(exports) ? Object.create(Object.getPrototypeOf(exports)) : {};
    const wasModule = isObject(exports) && Boolean(Reflect.get(exports, '__esModule'));
    if (asNode || !wasModule) define(target, 'default', { value: exports, enumerable: true });
    return withPropertiesOf(target, exports);
  }

  /** An ES module as `require` gives it. */
  function toCommonJS(namespace: object): object {
    return withPropertiesOf(define({}, '__esModule', { value: true }), namespace);
  }

  /** A module of a package, or of the runtime, as `require` gives it. */
  function fromPackage(namespace: object): unknown {
    if (!hasOwn(namespace, 'default') || hasOwn(namespace, '__esModule')) return namespace;
    return Reflect.get(namespace, 'default');
  }

  function requireOf(table: Table) {
    return (specifier: string) => {
      const load = hasOwn(table, specifier) ? table[specifier] : undefined;
      if (load) return load();
      throw new Error(`Dynamic require of "${specifier}" is not supported`);
    };
  }

  /** Gives what calls a CommonJS module's code at the first call, and its exports at each. */
  function commonJS(
    code: (exports: unknown, module: CommonJSModule, require: unknown) => void,
    table: Table,
  ): () => unknown {
    let module: CommonJSModule | undefined;
    return () => {
      if (module) return module.exports;
      const exports = {};
      const created: CommonJSModule = { exports };
      module = created;
      try {
        code.call(exports, exports, created, requireOf(table));
      } catch (error) {
        module = undefined;
        throw error;
      }
      return created.exports;
    };
  }

  /** `import()` of what is no module of its own in the script. */
  function importOf(table: Table) {
    return (specifier: unknown) =>
      new Promise<string>((resolve) => resolve(`${specifier}`)).then((name) => {
        const load = hasOwn(table, name) ? table[name] : undefined;
        if (load) return load();
        const modules: Readonly<Record<string, unknown>> = runtime.modules;
        if (/^(?:cloudflare|node):/.test(name) && hasOwn(modules, name)) return modules[name];
        throw new Error(`No such module "${normalized(name)}".`);
      });
  }

  /** A module's name as workerd resolves it from the main module. */
  function normalized(name: string): string {
    const segments: string[] = [];
    for (const segment of name.split('/')) {
      if (segment === '..') segments.pop();
      else if (segment !== '' && segment !== '.') segments.push(segment);
    }
    return segments.join('/') || '.';
  }

  return { commonJS, fromPackage, importOf, requireOf, toCommonJS, toModule };
}
