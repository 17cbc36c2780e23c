export * from './main.cjs';
export const own = 2;
