export const name = 'a';
