import { abortIsolate } from 'cloudflare:workers';

const ROWS = 60;
const encoder = new TextEncoder();

export default {
  fetch(request) {
    const { searchParams } = new URL(request.url);
    const rows = Number(searchParams.get('rows') ?? ROWS);
    const bad = Number(searchParams.get('bad'));
    let row = 0;

    // A row every 100 ms, for as long as somebody reads.
    const table = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await scheduler.wait(100);
        row += 1;
        if (row === bad) abortIsolate(`row ${row} cannot be read`);
        controller.enqueue(encoder.encode(`row ${row} of ${rows}\n`));
        if (row === rows) controller.close();
      },
    });
    return new Response(table, { headers: { 'content-type': 'text/plain' } });
  },
} satisfies ExportedHandler<Env>;
