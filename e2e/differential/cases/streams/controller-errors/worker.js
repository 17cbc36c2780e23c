export default {
  async fetch() {
    const seen = (work) => {
      try {
        return String(work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const results = [];
    new ReadableStream({
      start(controller) {
        results.push(controller.desiredSize);
        controller.close();
        results.push(seen(() => controller.enqueue('late')));
        results.push(seen(() => controller.close()));
        results.push(controller.desiredSize);
      },
    });
    return Response.json(results);
  },
};
