export default {
  tail([{ outcome, event, exceptions }]) {
    console.log(outcome, event.response, exceptions.map(({ message }) => message));
  },
};
