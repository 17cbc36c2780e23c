const form = (body, type = 'multipart/form-data; boundary=x') =>
  new Response(body, { headers: { 'content-type': type } }).formData();
const entries = async (body, type) => [...(await form(body, type))];
const part = (head, content = 'v') => `--x\r\n${head}\r\n\r\n${content}\r\n--x--`;

export default {
  async fetch() {
    const cases = {
      "no type": async () => new Response(null).formData(),
      "other type": async () => new Response('a=1').formData(),
      "no boundary": async () => form('a', 'multipart/form-data'),
      "boundary not found": async () => form('a=1'),
      "no end of head": async () => form('--x\r\n\r\n--x--'),
      "no name": async () => form(part('Content-Disposition: form-data')),
      "unquoted name": async () => form(part('Content-Disposition: form-data; name=a')),
      "no disposition": async () => form(part('X: y')),
      "attachment": async () => form(part('Content-Disposition: attachment; name="a"')),
      "bad head": async () => form(part('bad head')),
      "no last boundary": async () => form('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv'),
      "longer boundary": async () => form('--xy\r\n'),
      "empty": async () => form(''),
    };
    const outcomes = {};
    for (const [name, work] of Object.entries(cases)) {
      try {
        outcomes[name] = await work();
      } catch (error) {
        outcomes[name] = `${error.name}: ${error.message}`;
      }
    }
    return Response.json(outcomes);
  },
};
