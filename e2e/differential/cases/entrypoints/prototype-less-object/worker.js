export default Object.assign(Object.create(null), { fetch: () => new Response('x') });
