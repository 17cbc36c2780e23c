import assert from 'node:assert';

const attempt = async (what, work) => {
  try {
    console.log(`${what}: ${JSON.stringify(await work())}`);
  } catch ({ name, code, message }) {
    console.log(`${what} throws ${name} ${code}: ${message}`);
  }
};

export default {
  async fetch() {
    const error = new assert.AssertionError({ message: 'mine', actual: 1, expected: 2, operator: 'op' });
    const { name, code, message, actual, expected, operator, generatedMessage } = error;
    console.log(name, code, message, actual, expected, operator, generatedMessage, String(error));
    await attempt('generated', () => { throw new assert.AssertionError({ actual: 1, expected: 2, operator: 'op' }); });
    await attempt('no options', () => new assert.AssertionError());
    await attempt('aliases', () => [assert.ok === assert, assert.strict === assert, assert.length, assert.name]);
    return new Response('done');
  },
};
