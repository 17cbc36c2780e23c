const form = (body, type = 'multipart/form-data; boundary=x') =>
  new Response(body, { headers: { 'content-type': type } }).formData();
const entries = async (body, type) => [...(await form(body, type))];
const part = (head, content = 'v') => `--x\r\n${head}\r\n\r\n${content}\r\n--x--`;

export default {
  async fetch() {
    const cases = {
      "fields": async () => entries('a=1&b=%20x+y&c', 'application/x-www-form-urlencoded'),
      "empty": async () => entries('', 'application/x-www-form-urlencoded;charset=UTF-8'),
      "other charset": async () => form('a=1', 'Application/X-www-form-urlencoded; charset=latin1'),
      "invalid utf-8": async () => entries(new Uint8Array([97, 61, 255]), 'application/x-www-form-urlencoded'),
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
