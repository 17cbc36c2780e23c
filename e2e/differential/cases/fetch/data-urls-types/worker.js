const URLS = [
  'data:;charset=x,a',
  'data:;base64,aGk',
  'data:nonsense,a',
  'data:a/b/c,a',
  'data:TEXT/Plain;Charset=UTF-8,a',
  'data: text/plain ,a',
  'data:text/plain;a=b;c=d,a',
  'data:text/plain;a,a',
  'data:text/plain;a=,a',
  'data:text/plain;a="b c",a',
  'data:text/plain;a=1;a=2,a',
  'data:text/plain%3b,a',
  'data:image/png;foo=bar,abc',
];

export default {
  async fetch() {
    const types = [];
    for (const url of URLS) {
      try {
        types.push((await fetch(url)).headers.get('content-type'));
      } catch (error) {
        types.push(error.message);
      }
    }
    return Response.json(types);
  },
};
