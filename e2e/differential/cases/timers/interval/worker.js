export default {
  async fetch() {
    let count = 0;
    await new Promise((resolve) => {
      const interval = setInterval(() => {
        count += 1;
        if (count === 3) {
          clearInterval(interval);
          resolve();
        }
      }, 5);
    });
    await scheduler.wait(20);
    return Response.json(count);
  },
};
