const attempt = async (name, work) => {
  try {
    await work();
    console.log(name, 'allowed');
  } catch ({ message }) {
    console.log(name, message);
  }
};
await attempt("setTimeout", () => setTimeout(() => {}, 1));
await attempt("setInterval", () => setInterval(() => {}, 1));
await attempt("clearTimeout", () => clearTimeout(5));
await attempt("queueMicrotask", () => queueMicrotask(() => {}));
await attempt("AbortSignal.timeout", () => AbortSignal.timeout(1));

export default {
  fetch: () => new Response('started'),
};
