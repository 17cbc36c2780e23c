/** What makes code out of text or bytes is refused after the startup, with workerd's words. */

/** Refuses it from now on, except for `assets`: the project's own Wasm modules. */
export function refuseCodeGeneration(assets: readonly unknown[]): void {
  refuseStrings();
  refuseWasm(new Set(assets));
}

function refuseStrings(): void {
  const refuse = () => {
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  Reflect.set(globalThis, 'eval', refuse);
  const makers = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const made of makers) {
    const prototype: object = Object.getPrototypeOf(made);
    const maker: object = Reflect.get(prototype, 'constructor');
    const value = new Proxy(maker, { apply: refuse, construct: refuse });
    Object.defineProperty(prototype, 'constructor', { value, configurable: true });
    if (maker === Function) Reflect.set(globalThis, 'Function', value);
  }
}

function refuseWasm(assets: ReadonlySet<unknown>): void {
  const { compile, instantiate, Module } = WebAssembly;
  const refusal = (what: string) =>
    new WebAssembly.CompileError(
      `WebAssembly.${what}(): Wasm code generation disallowed by embedder`,
    );
  const refusing = {
    Module: new Proxy(Module, {
      construct(target, values: unknown[], newTarget) {
        if (!assets.has(values[0])) throw refusal('Module');
        return Reflect.construct(target, values, newTarget);
      },
    }),
    compile: (bytes: BufferSource) =>
      isBytes(bytes) ? Promise.reject(refusal('compile')) : compile(bytes),
    instantiate: (source: WebAssembly.Module, imports?: WebAssembly.Imports) =>
      isBytes(source) ? Promise.reject(refusal('instantiate')) : instantiate(source, imports),
  };
  for (const [name, value] of Object.entries(refusing)) {
    Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(WebAssembly, name, { value, configurable: true, writable: true });
  }
  Object.defineProperty(Module.prototype, 'constructor', {
    value: refusing.Module,
    configurable: true,
  });
}

function isBytes(value: unknown): boolean {
  return (
    ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]'
  );
}
