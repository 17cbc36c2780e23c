addEventListener('tail', () => {
  throw new Error('why');
});
