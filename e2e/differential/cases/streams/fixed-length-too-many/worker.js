export default {
  async fetch() {
    const { readable, writable } = new FixedLengthStream(2);
    const writer = writable.getWriter();
    const outcomes = [];
    const write = writer.write(new Uint8Array(3)).then(
      () => outcomes.push('written'),
      (error) => outcomes.push(`${error.name}: ${error.message}`),
    );
    const read = (async () => {
      let length = 0;
      for await (const chunk of readable) length += chunk.byteLength;
      return length;
    })().then(
      (length) => outcomes.push(length),
      (error) => outcomes.push(`${error.name}: ${error.message}`),
    );
    await Promise.all([write, read]);
    return Response.json(outcomes.sort());
  },
};
