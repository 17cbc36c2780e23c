import assert from 'node:assert';

export default {
  async test(controller, { OTHER }) {
    const response = await OTHER.fetch('https://other.example/path');
    assert.strictEqual(await response.text(), 'asked for /path');
    assert.strictEqual(await OTHER.sum(1, 2), 3);
    await OTHER.fails();
  },
};
