export const b = 1;
export const a = 2;
export default 3;
