export default {
  async fetch() {
    return Response.json([
      Intl.DateTimeFormat().resolvedOptions().timeZone,
      Intl.DateTimeFormat().resolvedOptions().locale,
      new Date(0).getTimezoneOffset(),
      new Date(0).toString(),
      (1234.5).toLocaleString(),
    ]);
  },
};
