export default {
  async fetch(request) {
    switch (new URL(request.url).pathname) {
      case '/used': {
        const response = new Response('x');
        await response.text();
        return response;
      }
      case '/locked': {
        const response = new Response('x');
        response.body.getReader();
        return response;
      }
      case '/error':
        return Response.error();
      case '/null':
        return null;
      case '/object':
        return { status: 200 };
    }
  },
};
