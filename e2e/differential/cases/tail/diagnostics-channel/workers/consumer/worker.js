export default {
  tail([{ diagnosticsChannelEvents }]) {
    for (const { channel, message, timestamp, constructor } of diagnosticsChannelEvents) {
      console.log(constructor.name, channel, message, typeof timestamp);
    }
  },
};
