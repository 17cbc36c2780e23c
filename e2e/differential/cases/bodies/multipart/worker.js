const form = (body, type = 'multipart/form-data; boundary=x') =>
  new Response(body, { headers: { 'content-type': type } }).formData();
const entries = async (body, type) => [...(await form(body, type))];
const part = (head, content = 'v') => `--x\r\n${head}\r\n\r\n${content}\r\n--x--`;

export default {
  async fetch() {
    const cases = {
      "field": async () => entries(part('Content-Disposition: form-data; name="a"')),
      "newlines only": async () => entries('--x\nContent-Disposition: form-data; name="a"\n\nv\n--x--'),
      "preamble and epilogue": async () => entries('before\r\n--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv\r\n--x--\r\nafter'),
      "quoted boundary": async () => entries(part('Content-Disposition: form-data; name="a"'), 'multipart/form-data; boundary="x"'),
      "escaped name": async () => entries(part('Content-Disposition: form-data; name="a\\"%22"')),
      "not latin": async () => entries(part('Content-Disposition: form-data; name="é"', '€')),
      "nothing": async () => entries('--x--'),
      "file": async () => form(part('Content-Disposition: form-data; name="a"; filename="f.txt"\r\nContent-Type: text/x')).then(async (form) => { const file = form.get('a'); return [file.constructor.name, file.name, file.type, file.size, await file.text()]; }),
      "file without a type": async () => form(part('Content-Disposition: form-data; name="a"; filename="f"')).then((form) => form.get('a').type),
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
