export default {
  async fetch() {
    Error.prepareStackTrace = () => 'mine';
    try {
      throw new Error('with a stack of its own');
    } finally {
      delete Error.prepareStackTrace;
    }
  },
};
