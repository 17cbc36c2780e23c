import fallback, { named } from './transpiled.js';
export default [fallback, named];
