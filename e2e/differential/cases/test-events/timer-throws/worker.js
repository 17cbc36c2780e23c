export default {
  async test() {
    setTimeout(() => {
      throw new Error('in a timer');
    }, 1);
    await scheduler.wait(20);
    console.log('ends');
  },
};
