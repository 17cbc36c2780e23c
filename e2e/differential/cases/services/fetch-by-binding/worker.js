export default {
  async fetch(request, { OTHER }) {
    const response = await OTHER.fetch('https://other.example/path?q=1', {
      method: 'POST',
      headers: { 'X-Asked': 'yes', Cookie: 'a=1' },
      body: 'hello',
    });
    const { status, statusText, url, redirected } = response;
    return Response.json({
      status,
      statusText,
      url,
      redirected,
      header: response.headers.get('X-Answer'),
      body: await response.text(),
    });
  },
};
