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
    await attempt('resolves', () => assert.rejects(Promise.resolve()));
    await attempt('resolves, class', () => assert.rejects(Promise.resolve(), TypeError));
    await attempt('pattern', () => assert.rejects(async () => { throw new Error('why'); }, /other/));
    await attempt('fits', () => assert.rejects(Promise.reject(new Error('why')), { message: 'why' }));
    await attempt('no promise', () => assert.rejects(5));
    await attempt('returns no promise', () => assert.rejects(() => 5));
    await attempt('throws at once', () => assert.rejects(() => { throw new Error('at once'); }));
    await attempt('doesNotReject', () => assert.doesNotReject(Promise.reject(new Error('why'))));
    return new Response('done');
  },
};
