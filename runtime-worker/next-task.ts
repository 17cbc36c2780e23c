// Taken before user code can replace them. A timer would wait 4 ms once it is nested.
const { port1, port2 } = new MessageChannel();
const wake = port2.postMessage.bind(port2, null);
const works: (() => void)[] = [];

port1.onmessage = () => works.shift()?.();

/** Runs `work` in a task of its own, after those that were handed over before. */
export function nextTask(work: () => void): void {
  works.push(work);
  wake();
}
