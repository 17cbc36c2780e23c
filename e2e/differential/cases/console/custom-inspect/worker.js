export default {
  fetch() {
    const custom = Symbol.for('nodejs.util.inspect.custom');
    console.log({ [custom]: () => 'CUSTOM' }, [{ [custom]: () => ({ a: 1 }) }], { [custom]: (depth) => depth });
    return new Response('ok');
  },
};
