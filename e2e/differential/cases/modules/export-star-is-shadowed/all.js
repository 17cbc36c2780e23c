export * from './a.js';
export const name = 'own';
