import assert from 'node:assert';
import { env as imported } from 'cloudflare:workers';

export default {
  test(controller, env) {
    assert.deepStrictEqual(env, { NAME: 'value', LIST: [1, 2] });
    assert.strictEqual(imported.NAME, 'value');
    console.log(Object.keys(env));
  },
};
