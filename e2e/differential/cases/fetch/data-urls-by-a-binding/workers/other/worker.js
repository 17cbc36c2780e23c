export default { fetch: () => new Response('asked') };
