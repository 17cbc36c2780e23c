import type { ConsoleLine } from './lines';

/** What is typed to filter lines: `req:12 gen:2 text`. All of it must hold. */
export interface LineFilter {
  readonly words: readonly string[];
  /** Typed as `-word`. */
  readonly without: readonly string[];
  /** Of those named any. */
  readonly requests: readonly number[];
  readonly generations: readonly number[];
  readonly services: readonly string[];
}

/** Takes apart what was typed. A name that is none, like `http:`, is text. */
export function parseFilter(text: string): LineFilter {
  const words: string[] = [];
  const without: string[] = [];
  const requests: number[] = [];
  const generations: number[] = [];
  const services: string[] = [];
  for (const part of text.toLowerCase().split(/\s+/)) {
    const [, name, value = ''] = /^(req|gen|service):(.*)$/.exec(part) ?? [];
    if (name === 'service') {
      if (value !== '') services.push(value);
    } else if (name !== undefined) {
      const number = Number(value.replace(/^#/, ''));
      if (value !== '' && Number.isInteger(number)) {
        (name === 'req' ? requests : generations).push(number);
      }
    } else if (/^-./.test(part)) without.push(part.slice(1));
    else if (part !== '' && part !== '-') words.push(part);
  }
  return { words, without, requests, generations, services };
}

/** Whether all that was typed holds of a line. */
export function passes(filter: LineFilter, line: ConsoleLine): boolean {
  const { words, without, requests, generations, services } = filter;
  if (generations.length > 0 && !generations.includes(line.generation)) return false;
  if (services.length > 0 && !services.includes(line.service.toLowerCase())) return false;
  if (requests.length > 0 && !requests.includes(line.requestNumber ?? 0)) return false;
  if (words.length === 0 && without.length === 0) return true;
  const text = line.text.toLowerCase();
  return words.every((word) => text.includes(word)) && !without.some((word) => text.includes(word));
}
