export default {
  tail([{ outcome, event, exceptions }]) {
    console.log(outcome, event.constructor.name, JSON.stringify(event), exceptions.map(({ message }) => message));
  },
};
