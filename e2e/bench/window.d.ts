/** What the parts put into the pages that they open. */
interface Window {
  /** In the pages of `open-app.mjs`. */
  /** In the page of part `timeline` that has it. */
  readonly vis: typeof import('vis-timeline/standalone');
  readonly bench: ReturnType<typeof import('./in-page.mjs').createBench>;
  /** In the page of part `hostile`: how long each key waited until the page looked at it, in ms. */
  keys: number[];
  /** In the pages of part `load`: resolves with when what is in the document now has been painted. */
  painted: () => Promise<number>;
  /** In the pages of parts `load` and `typing`: when what was waited for had been painted. */
  shown: Promise<number>;
}
