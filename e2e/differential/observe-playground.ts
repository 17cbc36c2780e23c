import type { Page } from '@playwright/test';
import type { RuntimeEvent } from '../../runtime-worker/index';
import type { Case, Observation, Result } from './case';
import { type Player, play } from './play';

/** Runs a case in the page, through `window.isolab`. */
export async function observePlayground(page: Page, { files, events }: Case): Promise<Observation> {
  // Sent as source, like to workerd: what it closes over stays here.
  const source = play.toString();
  const { results, happened } = await page.evaluate(
    async ({ files, events, source }) => {
      const since = window.isolab.events().length;
      const playIn: typeof play = new Function(`return (${source})`)();
      const player: Player = {
        fetch: (url, init) => window.isolab.fetch(url, init),
        scheduled: (event) => window.isolab.dispatch(event),
        queue: (event) => window.isolab.dispatch(event),
        test: (event) => window.isolab.dispatch(event),
      };
      // What another worker logs may come after the answer of the one that asked it, like tail events.
      const allEnded = () => {
        const happened = window.isolab.events().slice(since);
        const ended = new Set(
          happened.flatMap((event) => (event.type === 'request.ended' ? [event.request] : [])),
        );
        return happened.every(
          (event) => event.type !== 'request.began' || ended.has(event.request),
        );
      };
      await window.isolab.open({ files });
      const results: Result[] = [];
      for (const event of events) {
        results.push(await playIn(player, event));
        while (!allEnded()) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return { results, happened: window.isolab.events().slice(since) };
    },
    { files, events, source },
  );
  const failed = happened.find((event) => event.type === 'startup.ended' && event.error);
  if (failed?.type === 'startup.ended' && failed.error) {
    const { name, message } = failed.error;
    return { startup: `${name}: ${message}`, events: [], logs: logsOf(happened) };
  }
  return {
    startup: 'ok',
    events: results.map((result, index) => ({ result, ...endOf(happened, index) })),
    logs: logsOf(happened),
  };
}

function endOf(happened: readonly RuntimeEvent[], index: number) {
  const began = happened.filter(
    (event) => event.type === 'request.began' && event.parent === undefined,
  )[index];
  const end = happened.find(
    (event) =>
      event.type === 'request.ended' &&
      began?.type === 'request.began' &&
      event.request === began.request,
  );
  if (end?.type !== 'request.ended') throw new Error('An event did not end.');
  const thrown = happened.flatMap((event) => {
    if (event.type === 'uncaught' && event.kind !== 'exception') return [];
    if (!('request' in event) || event.request !== end.request || !('error' in event)) return [];
    return event.error ? [event.error] : [];
  });
  // What ended it may be what a task of `waitUntil` rejected with: that is one exception.
  const exceptions = [...new Set(thrown)].map(({ name, message }) => ({ name, message }));
  return { outcome: end.outcome, exceptions };
}

function logsOf(happened: readonly RuntimeEvent[]): string[] {
  return happened.flatMap((event) =>
    event.type === 'log' ? [`${event.level} ${event.text}`] : [],
  );
}
