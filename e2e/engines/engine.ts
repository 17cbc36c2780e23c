/** What a journey needs of a browser, whichever engine it has. There is a file for each: `chromium.ts` … */

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export type EngineName = (typeof ENGINES)[number];

export interface Engine {
  readonly name: EngineName;
  /** As the browser says it. */
  readonly version: string;
  /** A tab of a browser that knows nothing of earlier visits, in place of the tab before. */
  visit(): Promise<Tab>;
  /** Ends the browser, also one that answers no more. */
  close(): Promise<void>;
}

export interface Tab {
  /** Resolves when the page is loaded. */
  goto(url: string): Promise<void>;
  /** Gives what the promise that is the value of a JavaScript expression resolves with. */
  evaluate(expression: string): Promise<string>;
  /** A click of the mouse in the middle of the element that is the value of a JavaScript expression. */
  click(expression: string): Promise<void>;
  /** Types where the focus is, key by key. */
  type(text: string): Promise<void>;
  /** Presses keys together, named as in `KeyboardEvent.key` and joined by `+`: `Control+a`. */
  press(keys: string): Promise<void>;
}
