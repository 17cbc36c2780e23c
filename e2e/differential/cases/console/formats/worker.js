export default {
  fetch() {
    console.log('%s is %d and %i and %f', 'text', '42.5', '42.5', '42.5');
    console.log('%o %O %j', { a: [1] }, { a: { b: { c: { d: 1 } } } }, { a: 1 });
    console.log('%c styled', 'color: red', 'rest');
    console.log('100%', 5, '%%', '%s');
    console.log('%% %s %x %s', 'a', 'b');
    console.log('%s %s %s %s %s', null, undefined, { a: { b: 1 } }, [1, [2, [3]]], Symbol('q'));
    console.log('%d %d %d %i', 10n, Symbol('x'), {}, 'z');
    console.log('%s %s %s', -0, 5n, new (class { toString() { return 'own'; } })());
    console.log(5, '%s', 'x');
    console.log('%s');
    console.error('%s failed', 'it', { a: 1 });
    return new Response('ok');
  },
};
