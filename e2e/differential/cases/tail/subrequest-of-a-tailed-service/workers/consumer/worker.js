export default {
  tail([{ outcome, event }]) {
    console.log(outcome, event.constructor.name, JSON.stringify(event));
  },
};
