let seen = 'no error';
try {
  fetch('https://api.example/').catch((error) => {
    seen = `async ${error.name}: ${error.message}`;
  });
} catch (error) {
  seen = `sync ${error.name}: ${error.message}`;
}
export default {
  async fetch() {
    return new Response(seen);
  },
};
