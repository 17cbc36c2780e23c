/** Base class of entrypoints that are classes, as `cloudflare:workers` exports it. */
export class WorkerEntrypoint {
  protected readonly ctx: object;
  protected readonly env: object;

  constructor(ctx: object, env: object) {
    if (typeof ctx !== 'object' || ctx === null) throw notOfType('WorkerEntrypoint', 'Object');
    this.ctx = ctx;
    this.env = env;
  }
}

/** May be subclassed; there is nothing here that would make one. */
export class DurableObject {
  constructor() {
    throw notOfType('DurableObjectBase', 'DurableObjectState');
  }
}

/** May be subclassed; there is nothing here that would make one. */
export class WorkflowEntrypoint {
  constructor() {
    throw notOfType('WorkflowEntrypoint', 'ExecutionContext');
  }
}

function notOfType(name: string, type: string): TypeError {
  return new TypeError(
    `Failed to construct '${name}': constructor parameter 1 is not of type '${type}'.`,
  );
}
