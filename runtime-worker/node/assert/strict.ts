/** `node:assert/strict`: in workerd `node:assert` is strict as well. */
export * from '../assert';
export { default } from '../assert';
