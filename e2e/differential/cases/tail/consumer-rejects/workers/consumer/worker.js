export default {
  async tail() {
    await scheduler.wait(1);
    throw new Error('later');
  },
};
