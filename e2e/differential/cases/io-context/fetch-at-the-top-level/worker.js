const attempt = async (name, work) => {
  try {
    await work();
    console.log(name, 'allowed');
  } catch ({ message }) {
    console.log(name, message);
  }
};
await attempt("fetch", () => fetch('https://a.example'));

export default {
  fetch: () => new Response('started'),
};
