export default {
  async fetch() {
    const names = new Set();
    for (let holder = globalThis; holder; holder = Object.getPrototypeOf(holder)) {
      for (const name of Object.getOwnPropertyNames(holder)) {
          // Chromium's, which cannot be deleted: see COMPATIBILITY.md.
          if (name !== 'TEMPORARY' && name !== 'PERSISTENT') names.add(name);
        }
    }
    return Response.json([names.size, [...names].sort(), names.has('Buffer'), names.has('process')]);
  },
};
