addEventListener('fetch', (event) => {
  event.waitUntil(Promise.resolve());
  event.passThroughOnException();
  event.respondWith(new Response(`${event.type} ${event.request.url} ${event instanceof FetchEvent}`));
});
