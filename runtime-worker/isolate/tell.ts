import type { FromIsolate } from '../protocol';

/** Sends a message to the supervisor. */
export type Tell = (message: FromIsolate, transfer?: Transferable[]) => void;

/** Binds the port's own `postMessage`, so that user code which patches the prototype changes nothing. */
export function tellOn(port: MessagePort): Tell {
  const post = port.postMessage.bind(port);
  return (message, transfer = []) => post(message, transfer);
}
