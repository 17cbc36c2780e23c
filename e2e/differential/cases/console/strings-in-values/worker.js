export default {
  fetch() {
    console.log(['a\nb', "it's", '`"\'', '\u0000\u007f', '\ud800']);
    console.log(['line one of several\nline two of several\nline three of several, which is quite long']);
    console.log(['x'.repeat(10100)]);
    return new Response('ok');
  },
};
