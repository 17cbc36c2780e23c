export const both = 'a';
export const a = 1;
