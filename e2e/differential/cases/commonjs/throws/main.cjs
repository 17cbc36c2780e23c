console.log('before');
throw new RangeError('while it is evaluated');
