export default {
  fetch() {
    console.log('text', 1, -0, 10n, true, null, undefined, NaN, Symbol('s'));
    console.log();
    console.log('');
    console.log('a', '', 'b\nc');
    return new Response('ok');
  },
};
