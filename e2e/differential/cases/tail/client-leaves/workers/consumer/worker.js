export default {
  tail([{ outcome, logs }]) {
    console.log(outcome, logs.map(({ message }) => message));
  },
};
