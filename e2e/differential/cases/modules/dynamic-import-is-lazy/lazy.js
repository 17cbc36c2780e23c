import './dependency.js';
console.log('lazy');
export const value = 'found';
