export default {
  async fetch() {
    let fired = 0;
    clearTimeout(+setTimeout(() => (fired += 1), 1));
    clearTimeout(setTimeout(() => (fired += 1), 1));
    clearInterval(setTimeout(() => (fired += 1), 1));
    clearTimeout(setInterval(() => (fired += 1), 1));
    setTimeout(() => (fired += 1), 1).close();
    clearTimeout();
    clearTimeout(null);
    clearTimeout('no timer');
    clearTimeout({});
    await scheduler.wait(30);
    return Response.json(fired);
  },
};
