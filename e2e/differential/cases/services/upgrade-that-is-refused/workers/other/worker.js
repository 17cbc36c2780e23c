export default {
  fetch: (request) => new Response(`no ${request.headers.get('upgrade')}`, { status: 426 }),
};
