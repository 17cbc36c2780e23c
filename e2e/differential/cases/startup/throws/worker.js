console.log('before');
throw new RangeError('at top level');
export default {};
