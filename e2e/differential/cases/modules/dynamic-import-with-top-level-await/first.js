await null;
console.log('first');
