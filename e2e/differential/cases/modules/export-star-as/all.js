export * as inner from './a.js';
