const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

const fetched = async (...values) => {
  const response = await fetch(...values);
  const { status, statusText, ok, url, redirected, type, headers } = response;
  return [status, statusText, ok, url, redirected, type, [...headers], await response.text()];
};

export default {
  async fetch() {
    return Response.json([
      await seen(() => fetched('data:text/plain,hi')),
      await seen(() => fetched('data:,h%20i%2C')),
      await seen(() => fetched(new URL('data:text/html;charset=utf-8;base64,aGk='))),
      await seen(() => fetched('data:text/plain,hi#fragment')),
      await seen(() => fetched('data:text/plain,what?query')),
      await seen(() => fetched(new Request('data:text/plain,hi', { method: 'POST', body: 'x' }))),
      await seen(() => fetched('data:text/plain,hi', { method: 'HEAD' })),
      await seen(() => fetched('data:nothing')),
      await seen(() => fetched('data:,')),
    ]);
  },
};
