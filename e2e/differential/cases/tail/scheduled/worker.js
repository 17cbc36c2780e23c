export default {
  scheduled({ cron }, env, ctx) {
    console.log(cron);
    if (cron === 'throws') throw new Error('why');
    if (cron === 'rejects') ctx.waitUntil(Promise.reject(new Error('later')));
    if (cron === 'timer') {
      setTimeout(() => {
        throw new Error('in a timer');
      }, 1);
      ctx.waitUntil(scheduler.wait(20));
    }
  },
};
