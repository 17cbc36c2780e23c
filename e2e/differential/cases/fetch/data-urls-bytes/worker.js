const URLS = [
  'data:,%E2%82%AC',
  'data:,€',
  'data:,%',
  'data:,%zz%4',
  'data:;base64,',
  'data:;base64,aGk=',
  'data:;base64,aGk',
  'data:;base64,a',
  'data:;base64,a%47k=',
  'data:;base64,a Gk=',
  'data:;base64,%%%',
  'data:;base64,-_-_',
  'data:;base64,aGk=aGk=',
  'data:;BASE64,aGk=',
  'data:; base64,aGk=',
  'data:;base64 ,aGk=',
  'data:;base64;,aGk=',
  'data:base64,aGk=',
  'data:text/plain;charset=x;base64,AAH/',
];

export default {
  async fetch() {
    const bytes = [];
    for (const url of URLS) {
      try {
        bytes.push([...(await (await fetch(url)).bytes())].join());
      } catch (error) {
        bytes.push(error.message);
      }
    }
    return Response.json(bytes);
  },
};
