export default {
  fetch(request) {
    const headers = new Headers({ 'X-Given': request.headers.get('x-given') ?? 'none' });
    headers.append('Set-Cookie', 'a=1');
    headers.append('Set-Cookie', 'b=2');
    return new Response(null, { status: 204, headers });
  },
};
