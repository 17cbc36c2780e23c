export default {
  tail([{ logs }]) {
    for (const { message, errorInfo } of logs) console.log(JSON.stringify([message, errorInfo]));
  },
};
