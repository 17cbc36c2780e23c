import type { EngineName } from './engine';

/**
 * Where an engine differs. A journey asks for it, and expects what this engine does instead: of what it
 * cannot do, the words in which the page says so. No journey is left out for it.
 */
const DIFFERENCES = {
  'column of a call': {
    engines: ['webkit'],
    why: 'Stacks of WebKit name the column of the call’s parenthesis, others that of the method’s name.',
  },
  'byte streams': {
    engines: ['webkit'],
    why: 'WebKit has no ReadableByteStreamController, so no reader that fills a buffer.',
  },
} as const satisfies Record<
  string,
  { readonly engines: readonly EngineName[]; readonly why: string }
>;

export type Difference = keyof typeof DIFFERENCES;

export function differenceAt(at: Difference, engine: EngineName): boolean {
  const { engines }: { readonly engines: readonly EngineName[] } = DIFFERENCES[at];
  return engines.includes(engine);
}
