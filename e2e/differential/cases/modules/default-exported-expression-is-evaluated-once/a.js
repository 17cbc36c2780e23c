import self from './a.js';
export default [1, 2];
export { self as b };
