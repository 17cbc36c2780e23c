import { own } from './worker.js';
export const back = () => own;
