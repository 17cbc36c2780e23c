export default {
  async fetch() {
    const responses = await Promise.all([1, 2, 3].map((n) => fetch(`https://api.example/${n}`)));
    return Response.json(await Promise.all(responses.map(async (response) => (await response.json()).url)));
  },
};
