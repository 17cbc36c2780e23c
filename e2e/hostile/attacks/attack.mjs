/**
 * One attack: a worker that tries something. What must hold after every one of them is in
 * `attacks.spec.ts`: the page is as it was, nobody outside was reached, and the next project runs.
 *
 * @typedef {object} Attack
 * @property {string} tries
 * @property {string} source of the worker's module
 * @property {Readonly<Record<string, unknown>>} [configuration] more of its `wrangler.jsonc`
 * @property {Readonly<Record<string, string>>} [files] more files of the project
 * @property {number} [requests] how many are sent at once; one by default
 * @property {boolean} [upgrade] whether they ask for a WebSocket
 * @property {RegExp} comes what the first of them comes to: `STATUS TEXT`, or `NAME: MESSAGE` where it is rejected
 */

/**
 * A handler whose body is `code`, and which answers with what that gives or throws.
 *
 * @param {string} code
 * @param {string} [before] the module's top level before it
 */
export const handler = (code, before = '') => `${before}
export default {
  async fetch(request, env, ctx) {
    try {
      return new Response('got ' + await (async () => { ${code} })());
    } catch (error) {
      return new Response('refused: ' + error);
    }
  },
};`;

/** The worker was told no. */
export const REFUSED = /^200 refused: /;
/** What it wanted is not there. */
export const NOTHING = /^200 got undefined$/;
