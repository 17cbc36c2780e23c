type Namespace = Record<string, unknown>;
type Setter = ((namespace: Namespace) => void) | null;

/** What Rollup's format `system` calls: `register` of a chunk's dependencies and what declares it. */
type Declare = (
  exported: (name: string | Namespace, value?: unknown) => unknown,
  context: { readonly import: (dependency: string) => Promise<Namespace> },
) => { readonly setters?: readonly Setter[]; readonly execute: () => unknown };

interface Chunk {
  readonly dependencies: readonly string[];
  readonly declare: Declare;
  /** What it exports, for the chunks that import it. */
  readonly namespace: Namespace;
  /** The same, as an `import()` gives it. */
  exports: Namespace | undefined;
  readonly importers: NonNullable<Setter>[];
  execute: (() => unknown) | undefined;
  evaluation:
    | { readonly state: 'begun' | 'done' }
    | { readonly state: 'waiting'; readonly promise: Promise<unknown> }
    | { readonly state: 'failed'; readonly thrown: unknown }
    | undefined;
}

/**
 * Evaluates the chunks of a script when they are first asked for: each once, its dependencies before
 * it, without waiting unless one awaits at its top level. It becomes a part of the script as source,
 * so it uses nothing from around it.
 * @param chunkOf The chunks of the modules that are loaded by their ids.
 */
export function createLinker(chunkOf: Readonly<Record<string, string>>) {
  const chunks = new Map<string, Chunk>();

  function chunkNamed(name: string): Chunk {
    const chunk = chunks.get(name.replace(/^\.\//, ''));
    if (!chunk) throw new Error(`No such module "${name}".`);
    return chunk;
  }

  function link(chunk: Chunk): Chunk {
    if (chunk.execute) return chunk;
    const { namespace, importers } = chunk;
    const exported = (name: string | Namespace, value?: unknown) => {
      if (typeof name === 'string') namespace[name] = value;
      else Object.assign(namespace, name);
      for (const update of importers) update(namespace);
      return value;
    };
    const { setters = [], execute } = chunk.declare(exported, { import: importChunk });
    chunk.execute = execute;
    for (const [index, name] of chunk.dependencies.entries()) {
      const dependency = link(chunkNamed(name));
      const update = setters[index];
      if (!update) continue;
      dependency.importers.push(update);
      update(dependency.namespace);
    }
    return chunk;
  }

  /** A promise where it has to be waited for. */
  function evaluate(chunk: Chunk): Promise<unknown> | undefined {
    const { evaluation } = chunk;
    if (evaluation?.state === 'failed') throw evaluation.thrown;
    if (evaluation?.state === 'waiting') return evaluation.promise;
    if (evaluation) return undefined;
    chunk.evaluation = { state: 'begun' };
    const failed = (thrown: unknown): never => {
      chunk.evaluation = { state: 'failed', thrown };
      throw thrown;
    };
    try {
      const result = run(chunk, 0);
      if (!(result instanceof Promise)) {
        chunk.evaluation = { state: 'done' };
        return undefined;
      }
      const promise = result.then(() => {
        chunk.evaluation = { state: 'done' };
      }, failed);
      chunk.evaluation = { state: 'waiting', promise };
      return promise;
    } catch (thrown) {
      return failed(thrown);
    }
  }

  function run(chunk: Chunk, from: number): unknown {
    for (let index = from; index < chunk.dependencies.length; index += 1) {
      const pending = evaluate(chunkNamed(chunk.dependencies[index] ?? ''));
      if (pending !== undefined) return pending.then(() => run(chunk, index + 1));
    }
    return chunk.execute?.();
  }

  /** The chunk's exports, or a promise of them. */
  function load(name: string): Namespace | Promise<Namespace> {
    const chunk = link(chunkNamed(name));
    const pending = evaluate(chunk);
    if (pending === undefined) return exportsOf(chunk);
    return pending.then(() => exportsOf(chunk));
  }

  /** A module namespace's keys are sorted, and what they read is live. */
  function exportsOf(chunk: Chunk): Namespace {
    const { evaluation, exports, namespace } = chunk;
    if (exports) return exports;
    const made: Namespace = Object.create(null, { [Symbol.toStringTag]: { value: 'Module' } });
    for (const name of Object.keys(namespace).sort()) {
      Object.defineProperty(made, name, { get: () => namespace[name], enumerable: true });
    }
    // In a cycle more may come.
    if (evaluation?.state === 'done') chunk.exports = Object.freeze(made);
    return made;
  }

  function importChunk(name: string): Promise<Namespace> {
    return Promise.resolve().then(() => load(name));
  }

  return {
    /** Stands for `System` in the code of a chunk. */
    chunk: (name: string) => ({
      register(dependencies: readonly string[], declare: Declare) {
        chunks.set(name, {
          dependencies,
          declare,
          namespace: Object.create(null),
          exports: undefined,
          importers: [],
          execute: undefined,
          evaluation: undefined,
        });
      },
    }),
    load,
    /** The exports of a module, for `require`, which cannot wait. */
    require(id: string): Namespace {
      const loaded = load(chunkOf[id] ?? id);
      if (!(loaded instanceof Promise)) return loaded;
      throw new Error(`require() of ${id.slice(1)} is not possible: it awaits at its top level.`);
    },
  };
}
