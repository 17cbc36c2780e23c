export default {
  async fetch() {
    console.log('began');
    await scheduler.wait(10_000);
    return new Response('late');
  },
};
