export default {
  queue(batch, env, ctx) {
    const [a, b] = batch.messages;
    console.log(a.id, b.id);
    a.ack();
    throw new Error('why');
  },
};
