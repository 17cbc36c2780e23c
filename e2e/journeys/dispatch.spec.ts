import { expect, test } from '../fixtures';

/** What `dispatch()` rejects with; the types cannot stop who is not bound by them. */
const REFUSED: readonly (readonly [what: string, event: unknown, message: RegExp])[] = [
  ['an alarm', { type: 'alarm' }, /no event of type "alarm".*"scheduled", "queue".*"test"/],
  ['a request', { type: 'fetch' }, /no event of type "fetch".*isolab\.fetch\(\)/],
  ['no type', {}, /an event with a type/],
  ['nothing', undefined, /an event with a type/],
  ['a queue without messages', { type: 'queue' }, /"messages".*array/],
];

test('dispatch() refuses what is no event, and says what is', async ({ playground }) => {
  await playground.openWorker('export default { fetch: () => new Response() };');
  for (const [what, event, message] of REFUSED) {
    const refused = await playground.page.evaluate(async (given) => {
      // What a script may give, whatever the types say.
      const dispatch = window.isolab.dispatch as (event: unknown) => Promise<unknown>;
      const error = await dispatch(given).catch((thrown: unknown) => thrown);
      return error instanceof TypeError ? error.message : 'no TypeError';
    }, event);
    expect(refused, what).toMatch(message);
  }
  expect(await playground.eventsOf('request.began')).toEqual([]);
});
