export default {
  async fetch() {
    const chain = [];
    for (let holder = globalThis; holder; holder = Object.getPrototypeOf(holder)) {
      chain.push([
        holder.constructor.name,
        Object.prototype.toString.call(holder),
        // The two are Chromium's, and cannot be deleted: see COMPATIBILITY.md.
        Object.keys(holder)
          .filter((name) => name !== 'TEMPORARY' && name !== 'PERSISTENT')
          .sort(),
      ]);
    }
    return Response.json([chain, 'Buffer' in globalThis, 'process' in globalThis]);
  },
};
