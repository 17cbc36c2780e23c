export default {
  fetch() {
    console.log('in the request');
    return new Response('answer');
  },
  tail([{ event, logs }]) {
    console.log('told of', event.constructor.name, logs[0].message);
  },
};
