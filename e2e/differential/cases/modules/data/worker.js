import data from './bytes.bin';

export default {
  fetch: async () => Response.json([Object.prototype.toString.call(data), data.byteLength, [...new Uint8Array(data)]]),
};
