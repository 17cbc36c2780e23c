export default {
  tail([{ entrypoint, outcome, event, logs }]) {
    if (event.request) return;
    console.log(entrypoint, outcome, event.constructor.name, JSON.stringify(event), logs[0].message);
  },
};
