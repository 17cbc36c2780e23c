let count = 10;
export default {
  fetch() {
    count += 1;
    return new Response(`${count} ${globalThis.shared}`);
  },
};
