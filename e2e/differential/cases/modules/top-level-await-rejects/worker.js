import './slow.js';
export default { fetch: () => new Response() };
