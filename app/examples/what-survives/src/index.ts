import { abortIsolate } from 'cloudflare:workers';

const KEY = 'https://notes.example/note';

let variable: string | undefined;

export default {
  async fetch(request) {
    switch (new URL(request.url).pathname) {
      case '/write':
        await write('remember me');
        return new Response('Written.\n');
      case '/abort':
        abortIsolate('to see what is left');
    }
    const cached = await caches.default.match(KEY);
    return Response.json({
      variable: variable ?? 'gone',
      globalThis: Reflect.get(globalThis, 'note') ?? 'gone',
      cache: (await cached?.text()) ?? 'gone',
    });
  },
} satisfies ExportedHandler<Env>;

async function write(note: string): Promise<void> {
  variable = note;
  Reflect.set(globalThis, 'note', note);
  const headers = { 'cache-control': 'max-age=3600' };
  await caches.default.put(KEY, new Response(note, { headers }));
}
