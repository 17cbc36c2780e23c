/**
 * What every isolate runs before any of the user's code, as text. Imported only by `import()`, so that it
 * is a chunk of its own: no line of it runs in the page, whose first paint need not wait for it.
 */
export { default as isolateCode } from '../isolate/main.ts?script';
