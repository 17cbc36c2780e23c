export default {
  fetch() {
    console.log(new ReadableStream(), new Response('x').body);
    return new Response('ok');
  },
};
