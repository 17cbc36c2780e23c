export default {
  fetch: () => new Response([typeof Buffer, typeof process].join()),
};
