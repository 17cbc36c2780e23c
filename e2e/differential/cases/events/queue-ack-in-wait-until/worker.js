export default {
  queue(batch, env, ctx) {
    const [a, b] = batch.messages;
    console.log(a.id, b.id);
    ctx.waitUntil(Promise.resolve().then(() => b.ack()));
  },
};
