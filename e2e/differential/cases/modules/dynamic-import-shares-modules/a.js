export { next } from './shared.js';
import { mark } from './helper.js';
mark('a');
