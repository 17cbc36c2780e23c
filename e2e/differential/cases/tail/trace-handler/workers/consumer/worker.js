export default {
  trace(events) {
    console.log('trace', events.length, events[0].outcome);
  },
};
