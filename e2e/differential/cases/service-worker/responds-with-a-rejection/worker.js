addEventListener('fetch', (event) => event.respondWith(Promise.reject(new RangeError('why'))));
