export default {
  fetch() {
    console.log(new Headers({ a: 'b', 'Set-Cookie': 'x' }), new URLSearchParams('a=1&b=2'));
    console.log(new URL('http://a/b?c=d#e'));
    console.log(new Request('http://a/b', { headers: { q: 'r' } }));
    console.log(new Response(null, { status: 201 }));
    console.log(new Blob(['x']), new File(['x'], 'n', { lastModified: 0 }), new AbortController().signal);
    console.log(new TextEncoder(), new TextDecoder());
    const form = new FormData();
    form.append('a', '1');
    console.log(form);
    return new Response('ok');
  },
};
