addEventListener('test', () => {});
addEventListener('fetch', () => {});
