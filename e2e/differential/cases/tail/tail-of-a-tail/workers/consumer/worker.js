export default {
  tail([{ event }]) {
    console.log('first', event.constructor.name);
  },
};
