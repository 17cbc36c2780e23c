console.log('helper');
export const mark = (name) => console.log('marked', name);
