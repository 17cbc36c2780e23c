const attempt = async (name, work) => {
  try {
    await work();
    console.log(name, 'allowed');
  } catch ({ message }) {
    console.log(name, message);
  }
};
await attempt("getRandomValues", () => crypto.getRandomValues(new Uint8Array(1)));
await attempt("Math.random", () => Math.random());

export default {
  fetch: () => new Response('started'),
};
