export const both = 'b';
export const b = 1;
