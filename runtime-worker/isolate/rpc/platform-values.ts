/** Requests, responses, headers and streams as values of RPC: their streams are asked for, piece by piece. */
import { isHeaders, WorkerHeaders } from '../http/headers';
import { isRequest, WorkerRequest } from '../http/request';
import { isResponse, WorkerResponse } from '../http/response';
import { type Hook, hookOf, RpcTarget } from './members';
import { isByReference } from './stubs';
import type { Pairs, Special } from './wire';

// Taken before user code can replace them.
const NativeReadable = ReadableStream;
const NativeWritable = WritableStream;

/** What hands over by reference. */
export interface SpecialHost {
  export(target: object): Special;
  import(id: number): object;
  own(id: number): unknown;
}

/** What stands for a value that no structured clone can carry; `undefined` where one can. */
export function specialFor(host: SpecialHost, value: object): Special | undefined {
  if (isByReference(value)) return host.export(value);
  if (value instanceof NativeReadable) {
    return { kind: 'readable', source: host.export(new Source(value)) };
  }
  if (value instanceof NativeWritable) {
    return { kind: 'writable', sink: host.export(new Sink(value)) };
  }
  if (isHeaders(value)) return { kind: 'headers', headers: [...value] };
  if (isRequest(value)) {
    const { method, url, headers, body } = value;
    return { kind: 'request', method, url, headers: [...headers], body: bodyOf(host, body) };
  }
  if (isResponse(value)) {
    const { status, statusText, headers, body } = value;
    return {
      kind: 'response',
      status,
      statusText,
      headers: [...headers],
      body: bodyOf(host, body),
    };
  }
  return undefined;
}

/** The value that a special stands for. */
export function revive(host: SpecialHost, special: Special): unknown {
  switch (special.kind) {
    case 'export':
      return host.import(special.id);
    case 'own':
      return host.own(special.id);
    case 'headers':
      return new WorkerHeaders(pairsOf(special.headers));
    case 'readable':
      return readableFrom(host, special.source);
    case 'writable':
      return writableTo(host, special.sink);
    case 'request': {
      const { method, url, headers } = special;
      const body = special.body && readableFrom(host, special.body);
      return new WorkerRequest(url, { method, headers: pairsOf(headers), body });
    }
    case 'response': {
      const { status, statusText, headers } = special;
      const body = special.body && readableFrom(host, special.body);
      return new WorkerResponse(body, { status, statusText, headers: pairsOf(headers) });
    }
  }
}

function pairsOf(headers: Pairs): [string, string][] {
  return headers.map(([name, value]) => [name, value]);
}

function bodyOf(host: SpecialHost, body: ReadableStream | null): Special | null {
  return body && host.export(new Source(body));
}

/** A readable stream, as the other side asks for it. */
class Source extends RpcTarget {
  readonly #reader: ReadableStreamDefaultReader;

  constructor(stream: ReadableStream) {
    super();
    this.#reader = stream.getReader();
  }

  read() {
    return this.#reader.read();
  }

  cancel(reason: unknown) {
    return this.#reader.cancel(reason);
  }
}

/** A writable stream, as the other side writes to it. */
class Sink extends RpcTarget {
  readonly #writer: WritableStreamDefaultWriter;

  constructor(stream: WritableStream) {
    super();
    this.#writer = stream.getWriter();
  }

  write(chunk: unknown) {
    return this.#writer.write(chunk);
  }

  close() {
    return this.#writer.close();
  }

  abort(reason: unknown) {
    return this.#writer.abort(reason);
  }
}

function requireHook(stub: unknown): Hook {
  const hook = hookOf(stub);
  if (hook) return hook;
  throw new TypeError('A stream came without its other side.');
}

function readableFrom(host: SpecialHost, source: Special): ReadableStream {
  const hook = requireHook(revive(host, source));
  return new NativeReadable(
    {
      async pull(controller) {
        // The other side's answer is its reader's.
        const { done, value } = (await hook.ask(['read'], [])
          .answer) as ReadableStreamReadResult<unknown>;
        if (!done) {
          controller.enqueue(value);
          return;
        }
        controller.close();
        hook.dispose();
      },
      async cancel(reason) {
        await hook.ask(['cancel'], [reason]).answer;
        hook.dispose();
      },
    },
    { highWaterMark: 0 },
  );
}

function writableTo(host: SpecialHost, sink: Special): WritableStream {
  const hook = requireHook(revive(host, sink));
  return new NativeWritable({
    async write(chunk) {
      await hook.ask(['write'], [chunk]).answer;
    },
    async close() {
      await hook.ask(['close'], []).answer;
      hook.dispose();
    },
    async abort(reason) {
      await hook.ask(['abort'], [reason]).answer;
      hook.dispose();
    },
  });
}
