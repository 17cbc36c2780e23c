export default {
  tail(events, env, ctx) {
    console.log(events.length, typeof env, ctx.constructor.name);
    for (const { outcome, event, logs } of events) {
      console.log(outcome, JSON.stringify(event));
      for (const { level, message } of logs) console.log(level, message);
    }
  },
};
