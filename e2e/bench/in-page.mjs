/**
 * What the parts need in the page, as `window.bench`. It is handed over as source, so it may use
 * nothing from outside of it.
 */
export function createBench() {
  /** The frame's code: makes and ends bare Web Workers, as the app's own frame does. */
  const FRAME = `self.startFrame = ({ port, isolate }) => {
    const url = URL.createObjectURL(new Blob([isolate], { type: 'text/javascript' }));
    const workers = new Map();
    port.onmessage = ({ data: { spawn, terminate }, ports }) => {
      if (spawn !== undefined) {
        const worker = new Worker(url);
        worker.postMessage(null, [...ports]);
        workers.set(spawn, worker);
      } else {
        workers.get(terminate)?.terminate();
        workers.delete(terminate);
      }
    };
  };`;

  /** A worker that echoes, once or twice; that imports a script it is sent; that blocks its thread, as an abort does. */
  const WORKER = `onmessage = ({ ports: [port] }) => {
    port.onmessage = async ({ data }) => {
      if (data === 'block') {
        port.postMessage('blocked');
        const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
        for (;;) Atomics.wait(new Int32Array(buffer), 0, 0);
      }
      if (data === 'twice') port.postMessage(data);
      else if (typeof data === 'string') {
        const url = URL.createObjectURL(new Blob([data], { type: 'text/javascript' }));
        await import(url);
      }
      port.postMessage(data);
    };
    port.postMessage('up');
  };`;

  /** A second sandbox frame beside the app's own: the same file, the same opaque origin. */
  async function openRawFrame() {
    const { port1: port, port2 } = new MessageChannel();
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.style.cssText = 'position:fixed;width:1px;height:1px;border:0;opacity:0';
    element.src = new URL('sandbox.html', document.baseURI).href;
    await new Promise((resolve) => {
      addEventListener('message', function ready({ source }) {
        if (source !== element.contentWindow) return;
        removeEventListener('message', ready);
        const init = { type: 'isolab.sandbox', frame: FRAME, isolate: WORKER };
        element.contentWindow?.postMessage(init, '*', [port2]);
        resolve(undefined);
      });
      document.body.append(element);
    });
    let last = 0;

    /** Boots a worker; resolves when its code runs. */
    async function spawn() {
      const thread = ++last;
      const { port1: own, port2: theirs } = new MessageChannel();
      /** @type {((data: unknown) => void)[]} Who waits, in the order of asking. */
      const waiting = [];
      own.onmessage = ({ data }) => waiting.shift()?.(data);
      const next = () => new Promise((resolve) => waiting.push(resolve));
      port.postMessage({ spawn: thread }, [theirs]);
      await next();
      return {
        /** Sends a message and resolves with the answer to it. @param {number | string} message */
        ask(message) {
          own.postMessage(message);
          return next();
        },
        /** Resolves with the second of two answers: a dispatch has two, that it is handled and its response. */
        askTwice() {
          own.postMessage('twice');
          void next();
          return next();
        },
        terminate() {
          own.close();
          port.postMessage({ terminate: thread });
        },
      };
    }

    return { spawn };
  }

  /** Resolves when what is in the document now has been painted. */
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

  /** @param {number} ms */
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /**
   * Calls `work` one after another.
   *
   * @param {number} count
   * @param {() => Promise<unknown>} work
   * @returns ms of each
   */
  async function timeEach(count, work) {
    /** @type {number[]} */
    const times = [];
    for (let i = 0; i < count; i += 1) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return times;
  }

  return { openRawFrame, painted, pause, timeEach };
}
