export default {
  fetch({ url }) {
    if (url.endsWith('text')) throw 'a text';
    if (url.endsWith('null')) throw null;
    throw { an: 'object' };
  },
};
