export default {
  tail([{ outcome, logs, exceptions }]) {
    const lines = logs.map(({ level, message }) => [level, ...message]);
    const thrown = exceptions.map(({ name, message }) => [name, message]);
    console.log(JSON.stringify({ outcome, lines, thrown }));
  },
};
