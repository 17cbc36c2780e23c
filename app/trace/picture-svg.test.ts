import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { everything } from '../timeline/follow';
import { createLayout } from '../timeline/layout';
import type { Palette } from '../timeline/palette';
import { svgOf } from './picture-svg';

const EVENTS: readonly RuntimeEvent[] = JSON.parse(
  readFileSync(new URL('fixtures/v1.json', import.meta.url), 'utf8'),
).events;

/** Each colour is its own name. */
const PALETTE: Palette = {
  ok: 'ok',
  exception: 'exception',
  aborted: 'aborted',
  other: 'other',
  startup: 'startup',
  waitUntil: 'waitUntil',
  body: 'body',
  condemned: 'condemned',
  abortLine: 'abortLine',
  text: 'text',
  mutedText: 'mutedText',
  surface: 'surface',
  sunken: 'sunken',
  border: 'border',
  accent: 'accent',
  font: '"Inter", sans-serif',
};

function drawn(events: readonly RuntimeEvent[], width = 1000): string {
  const layout = createLayout();
  for (const event of events) layout.push(event);
  const view = { ...everything(layout, layout.until), width };
  return svgOf({ layout, view, now: layout.until, palette: PALETTE });
}

describe('the picture as SVG', () => {
  test('has the lanes, the requests and the reason of an abort as text', () => {
    const svg = drawn(EVENTS, 3000);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);
    expect(texts).toEqual(
      expect.arrayContaining([
        'story · condemn · generation 1',
        'after an abort',
        'GET /slow',
        'abortIsolate("poisoned")',
        'ended 4 requests',
        'cut 4 connections, without the reason',
        'condemned: abortIsolate',
        '2.0 s',
      ]),
    );
  });

  test('shows one outcome as another colour and another mark', () => {
    const svg = drawn(EVENTS);
    for (const color of ['ok', 'aborted', 'exception', 'other']) {
      expect(svg).toContain(`fill="${color}"`);
    }
    expect(svg).toContain('stroke="aborted"><circle');
  });

  test('is well-formed whatever things are called, and brings nothing along', () => {
    const name =
      '"><script>alert(1)</script>&\u0000\u0008\ud800<image href="https://evil.example/"/>';
    const hostile = EVENTS.map((event) => ({ ...event, service: name }));
    const svg = drawn(hostile);
    expect(svg).not.toMatch(/<script|<image|<foreignObject| on\w+="/i);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be in there
    expect(svg).not.toMatch(/[\u0000-\u0008]|\p{Cs}/u);
    expect(svg).toContain('&lt;script&gt;');
    const tags = svg.match(/<[^>]*>/g) ?? [];
    for (const tag of tags)
      expect(tag).toMatch(/^<\/?[a-zA-Z]+( [a-zA-Z-]+="[^"<]*"| xmlns="[^"]*")*\/?>$/);
  });

  test('has so many shapes as can be told apart, however many requests there are', () => {
    const began = EVENTS.find(({ type }) => type === 'request.began');
    if (began?.type !== 'request.began') throw new Error('no request');
    const many = Array.from({ length: 20_000 }, (_, index): RuntimeEvent[] => {
      const request = `request ${index}`;
      const { service, isolate, generation } = began;
      const of = { service, isolate, generation, request };
      return [
        { ...began, request, at: index },
        { type: 'request.ended', at: index + 0.5, ...of, outcome: 'ok' },
      ];
    }).flat();
    expect(drawn(many).length).toBeLessThan(300_000);
  });

  test('is empty, and right, where nothing happened', () => {
    expect(drawn([])).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });
});
