console.log('begins');
export const value = await Promise.resolve('waited');
console.log('ends');
