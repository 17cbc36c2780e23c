export default {
  async fetch(request, { OTHER }) {
    const response = await OTHER.fetch('https://other.example', { signal: AbortSignal.timeout(300) }).catch(({ name }) => name);
    return new Response(response);
  },
};
