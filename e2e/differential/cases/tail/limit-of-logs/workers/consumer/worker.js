export default {
  tail([{ truncated, logs }]) {
    console.log(truncated, logs.length, JSON.stringify(logs.map(({ level, message }) => [level, message[0].length])));
    console.log(logs.at(-1).message[0].slice(0, 80));
  },
};
