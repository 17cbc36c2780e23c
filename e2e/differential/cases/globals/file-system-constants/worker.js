export default {
  fetch: () => Response.json(['TEMPORARY' in globalThis, 'PERSISTENT' in globalThis]),
};
