console.log('b begins');
await null;
console.log('b ends');
