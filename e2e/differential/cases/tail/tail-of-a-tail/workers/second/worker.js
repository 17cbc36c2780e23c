export default {
  tail([{ outcome, event, logs }]) {
    console.log(outcome, event.constructor.name, event.consumedEvents[0].constructor.name, JSON.stringify(event), logs[0].message);
  },
};
