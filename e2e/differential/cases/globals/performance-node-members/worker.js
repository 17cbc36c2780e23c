export default {
  async fetch() {
    const outcome = (work) => {
      try {
        return work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      outcome(() => performance.eventLoopUtilization()),
      outcome(() => typeof performance.nodeTiming),
      outcome(() => performance.timerify(() => 1)()),
      outcome(() => performance.eventCounts.size),
    ]);
  },
};
