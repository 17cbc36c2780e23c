let count = 0;
globalThis.shared = 'main';
export default {
  async fetch(request, { OTHER }) {
    count += 1;
    const other = await (await OTHER.fetch(request.url)).text();
    return new Response(`${count} ${globalThis.shared} ${other}`);
  },
};
