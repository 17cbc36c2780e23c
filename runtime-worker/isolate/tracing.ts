/** A span that nobody records: there is no trace here, as in a workerd that is not told to. */
class Span {
  get isTraced(): boolean {
    return false;
  }

  spanContext(): object {
    return { traceId: '0'.repeat(32), spanId: '0'.repeat(16), traceFlags: 0 };
  }

  setAttribute(): this {
    return this;
  }

  setAttributes(): this {
    return this;
  }

  recordException(): void {}

  updateName(): this {
    return this;
  }

  setStatus(): this {
    return this;
  }

  end(): void {}
}

type Work = (span: Span, ...args: unknown[]) => unknown;

/** What `cloudflare:workers` exports as `tracing`. */
class Tracing {
  readonly #active: Span[] = [new Span()];

  enterSpan(...given: [name: string, work: Work, ...args: unknown[]]): unknown {
    requireArguments('enterSpan', given);
    const [, work, ...args] = given;
    return work(new Span(), ...args);
  }

  startActiveSpan(...given: [name: string, work: Work, ...args: unknown[]]): unknown {
    requireArguments('startActiveSpan', given);
    const [, work, ...args] = given;
    return work(new Span(), ...args);
  }

  startSpan(): Span {
    return new Span();
  }

  getActiveSpan(): Span | undefined {
    return this.#active.at(-1);
  }

  withActiveSpan(span: Span, work: () => unknown): unknown {
    this.#active.push(span);
    try {
      return work();
    } finally {
      this.#active.pop();
    }
  }
}

export const tracing = new Tracing();

function requireArguments(method: string, [name, work]: readonly unknown[]): void {
  const wrong =
    name === undefined ? [1, 'string'] : typeof work === 'function' ? undefined : [2, 'Function'];
  if (!wrong) return;
  throw new TypeError(
    `Failed to execute '${method}' on 'Tracing': parameter ${wrong[0]} is not of type '${wrong[1]}'.`,
  );
}
