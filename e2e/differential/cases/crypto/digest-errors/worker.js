export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      await seen(() => crypto.subtle.digest('SHA-3', new Uint8Array())),
      await seen(() => crypto.subtle.digest('SHA-256')),
      await seen(() => crypto.subtle.digest('SHA-256', 'text')),
      await seen(() => crypto.subtle.digest()),
    ]);
  },
};
