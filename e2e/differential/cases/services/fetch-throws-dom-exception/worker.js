export default {
  async fetch(request, { OTHER }) {
    const error = await OTHER.fetch('https://other.example').catch((thrown) => thrown);
    const { name, message, code, remote } = error;
    return Response.json([error instanceof DOMException, name, message, code, remote]);
  },
};
