export default {
  async test() {
    console.log('begins');
    await scheduler.wait(1);
    console.log('ends');
  },
};
