export default {
  async fetch() {
    const seen = (work) => {
      try {
        return work();
      } catch (error) {
        return [error.constructor.name, error.name, error.message, error.code];
      }
    };
    return Response.json([
      seen(() => btoa('hello')),
      seen(() => atob(' aGVs bG8 ')),
      seen(() => btoa('é')),
      seen(() => btoa('€')),
      seen(() => atob('a')),
      seen(() => atob('a=b')),
      seen(() => atob()),
      seen(() => btoa(null)),
    ]);
  },
};
