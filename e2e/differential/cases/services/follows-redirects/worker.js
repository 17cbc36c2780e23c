export default {
  async fetch(request, { OTHER }) {
    const seen = [];
    for (const [status, init] of [
      [302, {}],
      [303, { method: 'POST', body: 'x' }],
      [302, { method: 'POST', body: 'x' }],
      [302, { redirect: 'manual' }],
      [302, { redirect: 'error' }],
    ]) {
      try {
        const response = await OTHER.fetch(`https://other.example/go?${status}`, init);
        seen.push([response.status, response.url, response.redirected, await response.text()]);
      } catch (error) {
        seen.push([error.name, error.message]);
      }
    }
    return Response.json(seen);
  },
};
