import { hoisted } from './a.js';
globalThis.seen = hoisted();
