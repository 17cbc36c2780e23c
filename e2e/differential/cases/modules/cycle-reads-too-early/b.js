import { late } from './a.js';
export const early = late;
