export default {
  async test() {
    await scheduler.wait(1);
    throw new TypeError('later');
  },
};
