class Own extends Error {
  name = 'Own';
}

export default {
  fetch() {
    const thrown = new TypeError('why');
    thrown.stack = 'TypeError: why\n    at somewhere (a.js:1:2)';
    const own = new Own('its own');
    own.stack = 'its own';
    console.error('failed', thrown, own, { not: 'one' });
    console.log('none');
    return new Response('answer');
  },
};
