exports.attempts = () =>
  [1, 2].map(() => {
    try {
      return require('./broken.cjs');
    } catch (error) {
      return error.message;
    }
  });
