export default {
  async test() {
    Promise.reject(new Error('nobody handles it'));
    await scheduler.wait(20);
  },
};
