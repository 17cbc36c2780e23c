export default {
  fetch() {
    let pulls = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulls += 1;
        if (pulls > 2) throw new Error('midway');
        controller.enqueue(new TextEncoder().encode('part '));
      },
    });
    return new Response(body);
  },
};
