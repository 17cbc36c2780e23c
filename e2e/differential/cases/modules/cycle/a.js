import { step } from './b.js';
export let count = 1;
export function bump() {
  count += step();
}
