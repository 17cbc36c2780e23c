export default {
  fetch() {
    const error = new Error('boom', { cause: new RangeError('inner') });
    error.stack = 'Error: boom\n    at foo (bar.js:1:2)';
    error.cause.stack = 'RangeError: inner\n    at bar';
    console.log(error);
    console.log('with', { error });
    console.log(Object.assign(new TypeError('coded'), { stack: 'TypeError: coded\n    at x', code: 5 }));
    class Mine extends Error {}
    console.log(Object.assign(new Mine('mine'), { stack: 'Error: mine\n    at x' }));
    console.log(Object.assign(new Error('none'), { stack: '' }), [Object.assign(new Error('in'), { stack: 'Error: in\n    at y' })]);
    console.log(Object.assign(new AggregateError([1], 'all'), { stack: 'AggregateError: all\n    at z' }));
    return new Response('ok');
  },
};
