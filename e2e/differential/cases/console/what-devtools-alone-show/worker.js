export default {
  fetch() {
    const seen = [];
    const label = {
      toString() {
        seen.push('label');
        return 'own';
      },
    };
    console.group('outer');
    console.groupCollapsed('inner', { a: 1 });
    console.log('inside', { of: 'both' });
    console.groupEnd();
    console.groupEnd();
    console.groupEnd();
    console.table([{ a: 1 }, { a: 2, b: 3 }], ['b']);
    console.table(new Map([['key', { a: 1 }]]));
    console.table('no table');
    console.count(label);
    console.count(label);
    console.countReset('of nothing');
    console.time('timer');
    console.time('timer');
    console.timeLog('timer', { more: 1 });
    console.timeEnd('timer');
    console.timeEnd('timer');
    console.assert(true, 'not this');
    console.assert(false, 'with %s', 'a format');
    console.assert();
    console.dir(seen, { depth: 0 });
    console.trace('%o', seen);
    console.warn('end', console.table.name, console.assert.length, seen);
    return new Response('ok');
  },
};
