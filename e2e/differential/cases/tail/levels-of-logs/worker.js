export default {
  fetch() {
    console.debug('debug');
    console.info('info');
    console.warn('warn');
    console.error('error');
    console.group('group');
    console.table([1]);
    console.trace('trace');
    console.dir({ a: 1 });
    console.count();
    console.assert(false, 'assert');
    return new Response('answer');
  },
};
