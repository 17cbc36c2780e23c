addEventListener('custom', (event) => console.log('heard', event.type, event.target === globalThis));
export default {
  fetch: () => Response.json(dispatchEvent(new Event('custom'))),
};
