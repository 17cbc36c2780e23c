export default {
  fetch(request) {
    console.log(request.method, request.url);
    return new Response(request.body, { headers: { 'content-type': 'text/plain' } });
  },
};
