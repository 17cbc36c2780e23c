class Custom extends Error {
  name = 'Custom';
}
export default {
  fetch(request) {
    switch (new URL(request.url).pathname.slice(1)) {
      case 'TypeError':
        throw new TypeError('a type');
      case 'RangeError':
        throw new RangeError('a range');
      case 'Custom':
        throw new Custom('its own');
      case 'text':
        throw 'a text';
      default:
        throw new Error('why');
    }
  },
};
