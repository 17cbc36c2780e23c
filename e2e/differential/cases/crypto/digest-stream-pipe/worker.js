export default {
  async fetch() {
    const stream = new crypto.DigestStream('SHA-256');
    await new Response('hello').body.pipeTo(stream);
    return Response.json([
      new Uint8Array(await stream.digest).length,
      stream instanceof WritableStream,
      String(stream),
      typeof stream.bytesWritten,
    ]);
  },
};
