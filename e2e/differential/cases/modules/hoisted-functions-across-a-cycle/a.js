import './b.js';
export function hoisted() {
  return 'hoisted';
}
export let early;
export const set = (value) => {
  early = value;
};
early = globalThis.seen;
