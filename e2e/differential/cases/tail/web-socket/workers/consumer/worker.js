export default {
  tail([{ outcome, event, logs }]) {
    console.log(outcome, event.request.method, event.response, logs.map(({ message }) => message));
  },
};
