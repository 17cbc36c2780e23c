export default {
  async fetch() {
    const controller = new AbortController();
    const source = new ReadableStream({ cancel: (reason) => console.log('canceled', reason.message) });
    const sink = new WritableStream({ abort: (reason) => console.log('aborted', reason.message) });
    const piped = source.pipeTo(sink, { signal: controller.signal });
    controller.abort(new RangeError('enough'));
    return Response.json(await piped.then(() => 'piped', (error) => [error.name, error.message]));
  },
};
