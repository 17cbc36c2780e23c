export default {
  fetch(request) {
    console.log('asked for', request.url);
    return new Response('made', { status: 201 });
  },
};
