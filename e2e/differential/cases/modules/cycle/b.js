import { count } from './a.js';
export const step = () => count * 10;
