export default {
  async fetch() {
    const cases = {
      "written": async () => (async () => { const form = new FormData(); form.append('a', '1'); form.append('b', new Blob(['q'])); form.append('c"\n', new File(['q'], 'n"é.txt', { type: 'x/y' })); const response = new Response(form); const [, boundary] = /boundary=(.*)/.exec(response.headers.get('content-type')); return (await response.text()).replaceAll(boundary, 'boundary'); })(),
      "read again": async () => (async () => { const form = new FormData(); form.append('a', '1\r\n2'); form.append('a', new File(['q'], 'n.txt', { type: 'x/y' })); return [...(await new Response(form).formData())].map(([name, value]) => [name, value.name ?? value, value.type]); })(),
      "backslash": async () => (() => { const form = new FormData(); form.append('a\\', '1'); return new Response(form); })(),
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
