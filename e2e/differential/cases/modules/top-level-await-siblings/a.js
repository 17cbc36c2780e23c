console.log('a begins');
await null;
await null;
console.log('a ends');
