import { getCiphers, getCurves, getFips, getHashes } from 'node:crypto';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};

export default {
  async fetch() {
    return Response.json([getHashes(), getCurves(), getFips(), getCiphers().length]);
  },
};
