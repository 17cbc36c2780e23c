console.log('evaluating');
throw new RangeError('broken');
