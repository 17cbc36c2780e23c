export default {
  async fetch() {
    const timeout = setTimeout(() => {}, 1);
    const immediate = setImmediate(() => {});
    const interval = setInterval(() => {}, 1);
    clearTimeout(timeout);
    clearImmediate(immediate);
    clearInterval(interval);
    return Response.json(
      [timeout, immediate, interval].map((handle) => [
        typeof handle,
        handle.constructor.name,
        Object.getOwnPropertyNames(Object.getPrototypeOf(handle)).sort(),
        Symbol.dispose in handle,
        typeof +handle,
        handle.hasRef(),
      ]),
    );
  },
};
