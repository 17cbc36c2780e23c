export default {
  async tail([{ outcome }], env, ctx) {
    ctx.waitUntil(scheduler.wait(10).then(() => console.log('task done')));
    await scheduler.wait(5);
    console.log('told', outcome);
  },
};
