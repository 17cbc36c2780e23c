import { value } from './slow.js';
import './after.js';
console.log('main', value);
export default { fetch: () => new Response(value) };
