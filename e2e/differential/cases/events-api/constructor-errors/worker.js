export default {
  async fetch() {
    const seen = (work) => {
      try {
        return String(work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      seen(() => new Event()),
      seen(() => new CustomEvent()),
      seen(() => new MessageEvent()),
      seen(() => new CloseEvent()),
      seen(() => new ErrorEvent()),
      seen(() => new EventTarget().dispatchEvent()),
      seen(() => new EventTarget().dispatchEvent({})),
      seen(() => new EventTarget().addEventListener()),
      seen(() => new EventTarget().addEventListener('x', 'no function')),
    ]);
  },
};
