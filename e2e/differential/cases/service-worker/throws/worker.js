addEventListener('fetch', () => {
  throw new TypeError('why');
});
