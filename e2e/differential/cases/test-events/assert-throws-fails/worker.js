import assert from 'node:assert';

export default {
  test: () => assert.throws(() => {}, TypeError),
};
