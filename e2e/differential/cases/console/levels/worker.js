export default {
  fetch() {
    console.log('log', 1, true, null, undefined);
    console.info('info', [1, 'two', { three: 3 }]);
    console.warn('warn', { nested: { deep: { deeper: { deepest: 1 } } } });
    console.error('error', new Map([['a', 1]]), new Set([1]));
    console.debug('debug', Symbol('s'), 10n);
    return new Response('ok');
  },
};
