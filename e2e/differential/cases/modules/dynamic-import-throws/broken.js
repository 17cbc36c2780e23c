console.log('evaluating');
throw new RangeError('broken');
export const never = 1;
