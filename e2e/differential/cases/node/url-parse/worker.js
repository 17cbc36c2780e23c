import { parse } from 'node:url';

export default {
  fetch() {
    const { protocol, host, pathname, query } = parse('https://example.com:8080/a?b=c');
    return Response.json({ protocol, host, pathname, query });
  },
};
