export default {
  fetch() {
    console.group('group');
    console.log('in\ngroup');
    console.groupEnd();
    console.table([{ a: 1 }]);
    console.dir({ a: 1 });
    console.dirxml({ a: 1 });
    console.trace('trace');
    console.count();
    console.countReset();
    console.assert(false, 'no');
    console.time('t');
    console.timeLog('t');
    console.timeEnd('t');
    console.log('end');
    return new Response('ok');
  },
};
