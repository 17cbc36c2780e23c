import { load } from './main.cjs';
console.log('main');
export default {
  fetch() {
    console.log('asked');
    return new Response(load());
  },
};
