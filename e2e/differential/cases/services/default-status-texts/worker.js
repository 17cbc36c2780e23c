export default {
  async fetch(request, env) {
    const texts = {};
    for (let status = 200; status < 600; status += 1) {
      texts[status] = (await env.OTHER.fetch(`https://other.example/${status}`, { redirect: 'manual' })).statusText;
    }
    const { statusText } = await env.OTHER.fetch('https://other.example/own');
    return Response.json([texts, statusText]);
  },
};
