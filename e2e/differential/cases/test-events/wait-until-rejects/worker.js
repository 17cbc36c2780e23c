export default {
  test(controller, env, ctx) {
    ctx.waitUntil(scheduler.wait(1).then(() => console.log('a task')));
    ctx.waitUntil(Promise.reject(new Error('in a task')));
  },
};
