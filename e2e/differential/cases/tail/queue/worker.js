export default {
  queue({ messages }, env, ctx) {
    const [{ body }] = messages;
    if (body === 'throws') throw new Error('why');
    if (body === 'rejects') ctx.waitUntil(Promise.reject(new Error('later')));
  },
};
