export default {
  scheduled({ cron }, env, ctx) {
    console.log(cron);
    if (cron === 'throws') throw new Error('why');
    if (cron === 'rejects') ctx.waitUntil(Promise.reject(new Error('later')));
  },
};
