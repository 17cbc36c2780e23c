export default {
  async fetch() {
    const outcome = (work) => {
      try {
        return work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([outcome(() => navigator.sendBeacon())]);
  },
};
