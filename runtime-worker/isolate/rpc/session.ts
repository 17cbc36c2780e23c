import type { Frame } from '../async-context';
import { runIn } from '../async-context';
import { remoteError } from '../remote-error';
import { thrownFrom } from '../thrown';
import { type Asked, follow, type Hook, hookOf, LocalHook } from './members';
import { revive, type SpecialHost, specialFor } from './platform-values';
import { createStub, makeDisposable } from './stubs';
import { decode, encode } from './values';
import type { Encoded, Reference, RpcMessage, Special } from './wire';

export interface SessionOptions {
  readonly send: (message: RpcMessage) => void;
  /** Where the code that the other side calls runs. */
  readonly frame: Frame;
  /** What the other side asks first; the side that began the session has none. */
  readonly root?: () => unknown;
  /** Nothing is under way, and neither side refers to anything of the other's. */
  readonly onIdle?: () => void;
  /** What an entrypoint's method threw. */
  readonly onThrown?: (error: unknown) => void;
}

/**
 * One side of what two isolates ask each other, from a call on a service stub until nothing refers to
 * anything of it. Both sides are alike: each asks, and each holds what it handed over by reference.
 */
export class RpcSession implements SpecialHost {
  readonly #options: SessionOptions;
  readonly #questions = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #answers = new Map<number, Promise<unknown>>();
  readonly #exports = new Map<number, object>();
  /** The exports of the other side that stubs here refer to. */
  readonly #imports = new Set<ImportHook>();
  readonly #onBroken = new Set<(error: unknown) => void>();
  #last = 0;
  #end: { readonly error: unknown } | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Asks the other side. Without `args` the property is read. */
  ask(of: Reference, path: readonly string[], args: readonly unknown[] | undefined): Asked {
    this.#last += 1;
    const id = this.#last;
    const question = Promise.withResolvers<unknown>();
    question.promise.catch(() => {});
    if (this.#end) question.reject(this.#end.error);
    else {
      // What cannot be cloned is the caller's error, before anything is sent.
      try {
        const encoded = args && this.#encode(args);
        this.#options.send({ type: 'ask', id, of, path, ...(encoded && { args: encoded }) });
        this.#questions.set(id, question);
      } catch (error) {
        question.reject(error);
        this.checkIdle();
      }
    }
    return { answer: question.promise, hook: new AnswerHook(this, id, question.promise) };
  }

  /** Takes a message of the other side. */
  hear(message: RpcMessage): void {
    if (this.#end) return;
    switch (message.type) {
      case 'ask':
        this.#answers.set(message.id, this.#answer(message));
        break;
      case 'answer': {
        const { value, stubs } = this.#decode(message.value);
        makeDisposable(value, stubs);
        this.#questions.get(message.id)?.resolve(value);
        this.#questions.delete(message.id);
        this.checkIdle();
        break;
      }
      case 'threw':
        this.#questions.get(message.id)?.reject(remoteError(message.error));
        this.#questions.delete(message.id);
        this.checkIdle();
        break;
      case 'release':
        this.#exports.delete(message.id);
        this.checkIdle();
        break;
    }
  }

  /** The other side is gone: whatever is asked of it fails. */
  end(error: unknown): void {
    if (this.#end) return;
    this.#end = { error };
    for (const { reject } of this.#questions.values()) reject(error);
    this.#questions.clear();
    for (const callback of this.#onBroken) runIn(this.#options.frame, () => callback(error));
  }

  onBroken(callback: (error: unknown) => void): void {
    if (this.#end) callback(this.#end.error);
    else this.#onBroken.add(callback);
  }

  /** Hands something over by reference. */
  export(target: object): Special {
    const hook = hookOf(target);
    if (hook instanceof ImportHook && hook.session === this) return { kind: 'own', id: hook.id };
    this.#last += 1;
    this.#exports.set(this.#last, target);
    return { kind: 'export', id: this.#last };
  }

  /** What the other side handed over. */
  import(id: number): object {
    const hook = new ImportHook(this, id);
    this.#imports.add(hook);
    return createStub(hook);
  }

  own(id: number): unknown {
    return this.#exports.get(id);
  }

  release(hook: ImportHook): void {
    if (!this.#imports.delete(hook) || this.#end) return;
    const others = [...this.#imports].some(({ id }) => id === hook.id);
    if (!others) this.#options.send({ type: 'release', id: hook.id });
    this.checkIdle();
  }

  add(hook: ImportHook): void {
    this.#imports.add(hook);
  }

  checkIdle(): void {
    if (this.#questions.size + this.#imports.size + this.#exports.size === 0) {
      this.#options.onIdle?.();
    }
  }

  async #answer({ id, of, path, args }: Extract<RpcMessage, { type: 'ask' }>): Promise<unknown> {
    const { frame, send, onThrown } = this.#options;
    const within = <T>(work: () => T): T => runIn(frame, work);
    let stubs: readonly object[] = [];
    try {
      const given = args && this.#decode(args);
      stubs = given?.stubs ?? [];
      const values = given && Array.isArray(given.value) ? given.value : undefined;
      const value = await follow(await this.#referred(of), path, values, within);
      send({ type: 'answer', id, value: this.#encode(value) });
      return value;
    } catch (error) {
      send({ type: 'threw', id, error: thrownFrom(error) });
      if (of.kind === 'root') onThrown?.(error);
      // What is asked of the answer fails with it.
      const failed = Promise.reject(error);
      failed.catch(() => {});
      return failed;
    } finally {
      // The caller's are lent for the call.
      for (const stub of stubs) hookOf(stub)?.dispose();
    }
  }

  #referred(of: Reference): unknown {
    switch (of.kind) {
      case 'root':
        return runIn(this.#options.frame, () => this.#options.root?.());
      case 'export':
        return this.#exports.get(of.id);
      case 'answer':
        return this.#answers.get(of.id);
    }
  }

  #encode(value: unknown): Encoded {
    return encode(value, (each) => specialFor(this, each));
  }

  #decode(encoded: Encoded): { value: unknown; stubs: readonly object[] } {
    const stubs: object[] = [];
    const value = decode(encoded, (special) => {
      const revived = revive(this, special);
      if (special.kind === 'export' && typeof revived === 'function') stubs.push(revived);
      return revived;
    });
    return { value, stubs };
  }
}

/** Refers to what the other side exported. */
export class ImportHook implements Hook {
  readonly session: RpcSession;
  readonly id: number;
  #disposed = false;

  constructor(session: RpcSession, id: number) {
    this.session = session;
    this.id = id;
  }

  ask(path: readonly string[], args: readonly unknown[] | undefined): Asked {
    if (!this.#disposed) return this.session.ask({ kind: 'export', id: this.id }, path, args);
    const answer = Promise.reject(new Error('RPC stub used after being disposed.'));
    answer.catch(() => {});
    return { answer, hook: this };
  }

  dup(): Hook {
    const hook = new ImportHook(this.session, this.id);
    this.session.add(hook);
    return hook;
  }

  dispose(): void {
    this.#disposed = true;
    this.session.release(this);
  }

  onBroken(callback: (error: unknown) => void): void {
    this.session.onBroken(callback);
  }
}

/** Refers to an answer: by its question until it is there, then to what it is here. */
class AnswerHook implements Hook {
  readonly #session: RpcSession;
  readonly #id: number;
  readonly #answer: Promise<unknown>;
  #settled = false;

  constructor(session: RpcSession, id: number, answer: Promise<unknown>) {
    this.#session = session;
    this.#id = id;
    this.#answer = answer;
    const settled = () => {
      this.#settled = true;
    };
    answer.then(settled, settled);
  }

  ask(path: readonly string[], args: readonly unknown[] | undefined): Asked {
    return this.#settled
      ? new LocalHook(this.#answer, (work) => work()).ask(path, args)
      : this.#session.ask({ kind: 'answer', id: this.#id }, path, args);
  }

  dup(): Hook {
    return this;
  }

  dispose(): void {
    this.#answer.then(
      (value) => hookOf(value)?.dispose(),
      () => {},
    );
  }

  onBroken(callback: (error: unknown) => void): void {
    this.#session.onBroken(callback);
  }
}
