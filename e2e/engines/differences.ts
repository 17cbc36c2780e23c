import type { EngineName } from './engine';

/**
 * What an engine cannot do. The page says so in words, and a journey expects these words of it: each
 * entry is a difference that a journey asks for, never one that it is excused from.
 */
const DIFFERENCES = {
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
