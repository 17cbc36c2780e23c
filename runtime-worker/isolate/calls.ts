import type {
  EventMessage,
  FetchEventMessage,
  IsolateCalls,
  StartMessage,
  TailEventMessage,
} from '../protocol';
import { type Evaluate, RUNTIME_KEY, type RuntimeGlobal } from '../runtime-modules';
import { createAbortIsolate } from './abort';
import {
  bindToFrame,
  check,
  currentFrame,
  enter,
  NO_FRAME,
  restorer,
  resume,
  runIn,
} from './async-context';
import { asked, caught, delegate } from './async-generators';
import { patchCallbacks } from './async-patches';
import { IncomingBodies, OutgoingBodies } from './bodies';
import { CacheQuestions } from './cache-questions';
import { refuseCodeGeneration } from './code-generation';
import { installConsole } from './console';
import { CoupledSockets } from './coupled-sockets';
import { createPublish } from './diagnostics';
import { Entrypoints, isThenable, readResponse } from './entrypoints';
import { createEnvModule } from './env-module';
import { installEnvironment } from './environment';
import { installErrorWords } from './error-words';
import { installEventClasses } from './event-classes';
import { handlerArgument } from './event-handlers';
import { ExecutionContext } from './execution-context';
import { captureFrameValues, frameValue, hasFrameValue, withFrameValue } from './frame-values';
import { guardGlobalScope, leaveGlobalScope } from './global-scope';
import { checkHead } from './head-bounds';
import { bodyAccess } from './http/body';
import { installHttp } from './http/install';
import { incomingRequest } from './incoming-request';
import { IoContext } from './io-context';
import { MemoryAccount } from './memory-account';
import { RpcTarget } from './rpc/members';
import { RpcSession } from './rpc/session';
import { RpcPromise, RpcProperty, RpcStub } from './rpc/stubs';
import type { RpcMessage } from './rpc/wire';
import {
  createDurableObjectClass,
  createLoopbackStub,
  createServiceStub,
  installFetch,
  ServiceStub,
} from './service-stub';
import { ServiceWorker } from './service-worker';
import { nameInStacks } from './stack-names';
import { Subrequests } from './subrequests';
import { acknowledge, type Tell } from './tell';
import { thenable } from './thenables';
import { thrownFrom } from './thrown';
import { tracing } from './tracing';
import { endStartup, tellUncaught } from './uncaught';
import { unsupportedBinding } from './unsupported-binding';
import { upgradeOf } from './upgrade-response';
import { waitUntil } from './wait-until';
import { installWebSockets } from './web-socket-pair';
import { DurableObject, WorkerEntrypoint, WorkflowEntrypoint } from './worker-entrypoint';

interface Isolate {
  /** What the supervisor calls. What comes of it is told in messages, so that all is in one order. */
  readonly calls: IsolateCalls;
  /** Goes on with the calls whose answers are out. */
  answered(): void;
}

/** @param cryptoPort Where the frame answers what is asked of Web Crypto. */
export function createIsolate(tell: Tell, cryptoPort: MessagePort): Isolate {
  const responseBodies = new OutgoingBodies<string>();
  const requestBodies = new IncomingBodies<string>();
  const subrequests = new Subrequests(tell);
  const sockets = new CoupledSockets(tell);
  const cacheQuestions = new CacheQuestions(tell);
  const current = () => currentFrame().context;
  /** Of dispatched events: called once their answer is out, which says that they are being handled. */
  const handlers: (() => void)[] = [];
  let received = 0;
  const account = new MemoryAccount(tell);
  const listeners = new ServiceWorker();
  /** The other sides of RPC sessions, by request. */
  const sessions = new Map<string, { readonly session: RpcSession; readonly end: () => void }>();
  /** Stubs of the main module's own exports. */
  const loopback = {};
  let env: object = {};
  let entrypoints: Entrypoints | undefined;
  let startup: Promise<void> = Promise.resolve();
  /** Somebody tails the service. */
  let traced = false;

  // All that needs no configuration is done while the thread is a spare.
  installConsole(tell, current, () => traced);
  const { warn } = console;
  patchCallbacks();
  account.install();
  installWebSockets();
  installHttp();
  installEventClasses();
  listeners.install();
  installEnvironment();
  guardGlobalScope();
  installErrorWords();
  tellUncaught(tell);
  installFetch(subrequests);

  function provide(message: StartMessage): void {
    const { vars, services, serviceWorker, unsupportedBindings, assets, policy, memoryLimit } =
      message;
    env = { ...vars };
    traced = message.traced;
    for (const [binding, key] of Object.entries(unsupportedBindings)) {
      Reflect.set(env, binding, unsupportedBinding(binding, key));
    }
    if (serviceWorker) Object.assign(globalThis, env);
    for (const [binding, target] of Object.entries(services)) {
      const stub = createServiceStub(subrequests, target);
      Reflect.set(env, binding, stub);
      if (serviceWorker) Reflect.set(globalThis, binding, stub);
    }
    account.limitTo(memoryLimit);
    const provided: RuntimeGlobal = {
      assets,
      platform: {
        bindToFrame,
        cryptoPort,
        askCache: (question) => cacheQuestions.ask(question),
      },
      modules: {
        'cloudflare:workers': {
          DurableObject,
          RpcPromise,
          RpcProperty,
          RpcStub,
          RpcTarget,
          ServiceStub,
          WorkerEntrypoint,
          WorkflowEntrypoint,
          cache: {},
          restore: Symbol('cloudflare:workers:restore'),
          tracing,
          abortIsolate: createAbortIsolate(tell, policy, () => received),
          ...createEnvModule(env, loopback),
          waitUntil,
        },
        'isolab:async-context': {
          asked,
          caught,
          check,
          delegate,
          enter,
          restorer,
          resume,
          thenable,
        },
        'isolab:frame-values': {
          captureFrameValues,
          frameValue,
          hasFrameValue,
          withFrameValue,
        },
        'isolab:diagnostics': { publish: createPublish(tell, () => traced && current()) },
        'isolab:vars': { vars },
      },
    };
    Object.defineProperty(globalThis, Symbol.for(RUNTIME_KEY), {
      value: provided,
      configurable: true,
    });
  }

  async function start(message: StartMessage): Promise<void> {
    provide(message);
    nameInStacks(message.source, message.url);
    try {
      const { default: evaluate }: { default: Evaluate } = await import(
        /* @vite-ignore */ message.source
      );
      entrypoints = entrypointsOf(await evaluate(), message.serviceWorker);
      refuseCodeGeneration(message.assets);
      tell({ type: 'started' });
    } catch (error) {
      tell({ type: 'started', error: thrownFrom(error) });
    } finally {
      leaveGlobalScope();
      endStartup();
    }
  }

  /** @throws as workerd does where the main module has nothing that handles events, or what cannot. */
  function entrypointsOf(exports: Record<string, unknown>, serviceWorker: boolean): Entrypoints {
    if (serviceWorker && !listeners.listens) {
      throw new Error('No event handlers were registered. This script does nothing.');
    }
    const checked = new Entrypoints(exports, warn);
    for (const kind of ['handler', 'entrypoint'] as const) {
      for (const name of checked.named(kind)) {
        Reflect.set(loopback, name, createLoopbackStub(subrequests, name));
      }
    }
    for (const name of checked.named('durableObject')) {
      Reflect.set(loopback, name, createDurableObjectClass());
    }
    return checked;
  }

  /** Calls the event's handler. Its errors are told; this never rejects. */
  async function handle(context: IoContext, event: EventMessage): Promise<void> {
    const { request } = context;
    try {
      if (!entrypoints) throw new Error('The isolate has not started.');
      if (event.type === 'fetch') await handleFetch(entrypoints, context, event);
      else if (event.type === 'rpc') await handleRpc(entrypoints, context, event);
      else if (event.type === 'tail') handleTail(entrypoints, context, event);
      else await call(entrypoints, context, event, handlerArgument(event, context, tell));
    } catch (error) {
      tell({ type: 'failed', request, error: thrownFrom(error) });
    } finally {
      // A Wasm memory that grew says nothing by itself.
      account.sample();
    }
  }

  async function handleFetch(
    entrypoints: Entrypoints,
    context: IoContext,
    event: FetchEventMessage,
  ): Promise<void> {
    const { request } = context;
    const incoming = incomingRequest(event, () => requestBodies.open(request), context);
    const returned = call(entrypoints, context, event, incoming);
    const response = await readResponse(returned);
    // What holds too much by now is destroyed before anybody hears its answer.
    account.sample();
    const upgrade = upgradeOf(response, event);
    const { status, statusText } = response;
    const headers = [...response.headers];
    checkHead('response', { statusText, headers });
    if (upgrade) {
      tell({ type: 'upgraded', request, statusText, headers });
      await sockets.couple(request, upgrade);
      return;
    }
    const body = bodyAccess.take(response);
    const responded = { type: 'responded', request, status, statusText, headers } as const;
    if (!body) {
      context.tellLast({ ...responded, body: false });
      return;
    }
    tell({ ...responded, body: true });
    try {
      const send = () =>
        responseBodies.send(request, body, (bytes) =>
          tell({ type: 'chunk', request, bytes }, [bytes.buffer]),
        );
      await runIn({ context, values: NO_FRAME.values }, send);
      context.tellLast({ type: 'bodyEnded', request });
    } catch (error) {
      tell({ type: 'bodyFailed', request, error: thrownFrom(error) });
    }
  }

  /** What the handler rejects with later does not fail the event any more, as with `waitUntil`. */
  function handleTail(entrypoints: Entrypoints, context: IoContext, event: TailEventMessage): void {
    const items = handlerArgument(event, context, tell);
    const returned = call(entrypoints, context, event, items);
    if (isThenable(returned)) context.waitUntil(returned);
  }

  /** Resolves when the session is over. */
  async function handleRpc(
    entrypoints: Entrypoints,
    context: IoContext,
    { entrypoint, props }: EventMessage,
  ): Promise<void> {
    const { request } = context;
    let root: { readonly of: unknown } | undefined;
    const over = Promise.withResolvers<void>();
    const session = new RpcSession({
      send: (message) => tell({ type: 'rpc', request, message }),
      frame: { context, values: NO_FRAME.values },
      root() {
        root ??= {
          of: entrypoints.target(entrypoint, env, new ExecutionContext(context, props, loopback)),
        };
        return root.of;
      },
      onThrown: (error) => tell({ type: 'failed', request, error: thrownFrom(error) }),
    });
    sessions.set(request, { session, end: over.resolve });
    await over.promise;
    sessions.delete(request);
    session.end(new Error('The RPC session has ended.'));
  }

  function call(
    entrypoints: Entrypoints,
    context: IoContext,
    { entrypoint, type, props }: Exclude<EventMessage, { type: 'rpc' }>,
    argument: object,
  ): unknown {
    const ctx = new ExecutionContext(context, props, loopback);
    if (type === 'test' && listeners.listens) {
      throw new Error('Tests are not currently supported with Service Workers syntax.');
    }
    return runIn({ context, values: NO_FRAME.values }, () =>
      entrypoint === undefined && listeners.has(type)
        ? listeners.dispatch(type, argument, ctx)
        : entrypoints.call(entrypoint, type, argument, env, ctx),
    );
  }

  const calls: IsolateCalls = {
    async preload(source) {
      await import(/* @vite-ignore */ source).catch(() => {});
    },
    start(message) {
      startup = start(message);
    },
    async dispatch(request, event) {
      await startup;
      received += 1;
      const context = new IoContext(request, tell, () => {
        responseBodies.cancel(request);
        sockets.drop(request);
      });
      // In a microtask: what a microtask blocks for good takes those behind it with it (see runNothingMore).
      handlers.push(() => context.hold(Promise.resolve().then(() => handle(context, event))));
    },
    grant(request, bytes) {
      responseBodies.grant(request, bytes);
      sockets.grant(request, bytes);
    },
    requestChunk: (request, bytes) => requestBodies.accept(request, bytes),
    socketMessage: (request, data) => sockets.message(request, data),
    socketClose: (request, code, reason) => sockets.close(request, code, reason),
    cancel(request) {
      responseBodies.cancel(request);
      sockets.drop(request);
      requestBodies.fail(request, new TypeError('The client disconnected.'));
    },
    rpc(request, message) {
      const open = sessions.get(request);
      // What another isolate sends may be anything.
      if (message) open?.session.hear(message.of as RpcMessage);
      else open?.end();
    },
    subrequestNews: (id, news) => subrequests.hear(id, news),
    subrequestChunk: (id, bytes) => subrequests.accept(id, bytes),
    cacheAnswered: (number, answer) => cacheQuestions.answered(number, answer),
    ping() {
      acknowledge();
      account.sample();
    },
  };

  return {
    calls,
    answered() {
      for (const handler of handlers.splice(0)) handler();
    },
  };
}
