export default {
  tail([{ logs }]) {
    for (const { message } of logs) console.log(JSON.stringify(message));
  },
};
