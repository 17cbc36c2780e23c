console.log('once');
export const value = 1;
export default 2;
