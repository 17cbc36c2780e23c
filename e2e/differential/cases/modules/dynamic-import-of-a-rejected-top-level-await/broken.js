console.log('evaluating');
await Promise.reject(new RangeError('broken'));
export const never = 1;
