import './a.js';
import './b.js';
console.log('main');
export default { fetch: () => new Response() };
