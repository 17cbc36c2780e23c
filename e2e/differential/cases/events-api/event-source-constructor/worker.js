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
      seen(() => new EventSource()),
      seen(() => new EventSource('no url')),
      [EventSource.CONNECTING, EventSource.OPEN, EventSource.CLOSED],
      seen(() => EventSource.from('no stream')),
    ]);
  },
};
