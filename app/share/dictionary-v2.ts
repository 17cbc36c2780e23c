/**
 * What DEFLATE may point back into before a link's first byte (RFC 1950 calls it a preset dictionary):
 * texts that workers have in common, the likeliest last, as payloads of version 2 have them. It is a
 * part of version 2 as much as the format is. A changed letter would break every link there is; a test
 * holds its hash.
 */
const TEXT = `text/event-stream application/x-www-form-urlencoded application/octet-stream multipart/form-data
image/png image/svg+xml text/css text/html;charset=utf-8 text/plain;charset=utf-8 application/json
Content-Type Cache-Control Access-Control-Allow-Origin: * Access-Control-Allow-Methods GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
Access-Control-Allow-Headers Authorization Bearer Basic realm= Location Set-Cookie HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=
ETag If-None-Match Retry-After User-Agent Accept-Language Content-Length Content-Disposition attachment; filename= X-Request-Id
CF-Connecting-IP CF-Ray no-store no-cache public, max-age=3600, stale-while-revalidate= s-maxage= immutable gzip, deflate, br
Bad request Unauthorized Forbidden Not found Method not allowed Conflict Too many requests Internal server error Service unavailable
package.json
{
  "private": true,
  "type": "module",
  "scripts": {
    "dev": "wrangler dev",
    "deploy": "wrangler deploy"
  },
  "dependencies": {
    "hono": "^4.
  },
  "devDependencies": {
    "typescript": "^5.
    "wrangler": "^4.
  }
}
ÿtsconfig.json
{
  "compilerOptions": {
    "target": "es2024",
    "module": "esnext",
    "moduleResolution": "bundler",
    "lib": ["es2024"],
    "types": ["./worker-configuration.d.ts"],
    "strict": true,
    "noEmit": true
  }
}
ÿREADME.md
# ÿ.dev.vars
ÿdata.bin\u0001index.html
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title></title>
    <style>
      body { font-family: system-ui, sans-serif; margin: 2rem; }
    </style>
    <script type="module">
      document.querySelector('button').addEventListener('click', async () => {
    </script>
  </head>
  <body>
    <h1></h1>
    <p></p>
    <ul>
      <li><a href="/"></a></li>
    </ul>
  </body>
</html>
ÿ"kv_namespaces": [{ "binding": "KV", "id": "" }],
  "d1_databases": [{ "binding": "DB", "database_name": "", "database_id": "" }],
  "r2_buckets": [{ "binding": "BUCKET", "bucket_name": "" }],
  "durable_objects": {
    "bindings": [{ "name": "COUNTER", "class_name": "Counter" }]
  },
  "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Counter"] }],
  "queues": {
    "producers": [{ "binding": "QUEUE", "queue": "orders" }],
    "consumers": [{ "queue": "orders", "max_batch_size": 10, "max_retries": 3, "dead_letter_queue": "" }]
  },
  "triggers": { "crons": ["*/5 * * * *", "0 0 * * *"] },
  "services": [
    { "binding": "BACKEND", "service": "backend", "entrypoint": "Api" }
  ],
  "rules": [{ "type": "Text", "globs": ["**/*.txt", "**/*.html"], "fallthrough": true }],
  "tail_consumers": [{ "service": "tail" }],
  "limits": { "cpu_ms": 50 },
  "observability": { "enabled": true },
  "env": { "staging": {
  "isolab": {
    "policy": "condemn",
    "startup": "atOnce"
  },
import { DurableObject } from 'cloudflare:workers';
import { WorkerEntrypoint } from 'cloudflare:workers';
import { abortIsolate, env, waitUntil } from 'cloudflare:workers';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Buffer } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import assert from 'node:assert';
import { Hono } from 'hono';
const app = new Hono();
app.get('/', (c) => c.text('Hello, Workers!'));
export default app;
import html from './index.html';
import wasm from './module.wasm';
const instance = await WebAssembly.instantiate(module, {});
export class Counter extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS items (id INTEGER PRIMARY KEY, name TEXT NOT NULL)');
    const value = (await this.ctx.storage.get<number>('value')) ?? 0;
    await this.ctx.storage.put('value', value);
const id = env.COUNTER.idFromName(name);
const stub = env.COUNTER.get(id);
export class Api extends WorkerEntrypoint<Env> {
  async add(a: number, b: number): Promise<number> {
    return a + b;
  }
}
await env.DB.prepare('SELECT * FROM items WHERE id = ?').bind(id).first();
await env.KV.get(key, 'json'); await env.KV.put(key, JSON.stringify(value), { expirationTtl: 60 });
await env.BUCKET.get(key); await env.QUEUE.send({ id });
const cache = caches.default;
let response = await cache.match(request);
ctx.waitUntil(cache.put(request, response.clone()));
const { 0: client, 1: server } = new WebSocketPair();
if (request.headers.get('Upgrade') !== 'websocket') return new Response('Expected a WebSocket', { status: 426 });
server.accept();
server.addEventListener('message', (event) => {
  server.send(event.data);
});
return new Response(null, { status: 101, webSocket: client });
const { readable, writable } = new TransformStream();
const writer = writable.getWriter();
const encoder = new TextEncoder();
await writer.write(encoder.encode('data: \\n\\n'));
await writer.close();
return new Response(readable, { headers: { 'content-type': 'text/event-stream' } });
for await (const chunk of request.body) {
new ReadableStream({
  async pull(controller) {
    controller.enqueue(new TextEncoder().encode(
    controller.close();
const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
crypto.randomUUID() crypto.getRandomValues(new Uint8Array(16)) structuredClone( queueMicrotask(
new HTMLRewriter().on('a[href]', { element(element) { element.setAttribute('href',
new AbortController() AbortSignal.timeout(1000) controller.abort(); setInterval(() => {
Math.floor(Math.random() * Date.now() performance.now() Object.fromEntries(request.headers) Object.entries(
Promise.all([ Promise.allSettled( Array.from({ length: 10 }, (_, index) => new Map<string, number>(); new Set<string>();
.filter(Boolean).map((item) => .reduce((sum, value) => sum + value, 0) .slice(0, .split('/').toUpperCase() .startsWith('/api/
interface Env {
  GREETING: string;
}
  async scheduled(controller, env, ctx) {
    console.log(\`cron \${controller.cron} at \${new Date(controller.scheduledTime).toISOString()}\`);
  },
  async queue(batch, env, ctx) {
    for (const message of batch.messages) {
      message.ack();
      message.retry();
    }
  },
  async tail(events) {
  async test(controller, env, ctx) {
  async email(message, env, ctx) {
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
export async function handle(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const body = await request.json();
  const text = await request.text();
  const form = await request.formData();
  const response = await fetch('https://example.com/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({
  if (!response.ok) throw new Error(\`\${response.status}
  try {
    await
  } catch (error) {
    console.error(error);
    return new Response(error instanceof Error ? error.message : String(error), { status: 500 });
  } finally {
  const id = url.searchParams.get('id');
  if (request.method !== 'POST') return new Response('Method not allowed', { status: 405 });
  return Response.redirect(new URL('/', request.url), 302);
  return new Response(html, { headers: { 'content-type': 'text/html;charset=utf-8' } });
  return new Response('Not found', { status: 404 });
// The isolate is destroyed at once: everything in flight is rejected with the reason, and the next request gets a fresh isolate.
// Module state, set once at the startup of an isolate and shared by every request that it gets.
if (new URL(request.url).pathname === '/abort') {
  abortIsolate('poisoned');
}
console.log(\`request \${
\u0003\u0000\u0004{"view":"console","hidden":["timeline"]}ÿstory.http
# What one click runs.

### Three at once
# @count 3
# @at 500
# @service backend
# @entrypoint Api
# @scheduled * * * * *
# @queue orders
# @message {"id": 1}
# @test
POST /api HTTP/1.1
Content-Type: application/json
Authorization: Bearer token

{"name": "value"}

### The next request finds a fresh isolate
GET /slow

### While they wait, one more
# @at 100
GET /abort

### Again
GET /
ÿwrangler.json
{
  "$schema": "./node_modules/wrangler/config-schema.json",
  "name": "worker",
  "main": "src/index.js",
  "compatibility_date": "2025-01-01",
  "compatibility_flags": ["nodejs_compat"],
  "vars": {
    "GREETING": "Hello"
  }
}
ÿworkers/backend/src/index.ts
import { abortIsolate } from 'cloudflare:workers';

let counter = 0;

export default {
  fetch: () => new Response('hello'),
  fetch(request: Request, env: Env): Response {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case '/':
        return new Response(\`\${
      case '/slow':
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return new Response('done');
      default:
        return Response.json({ ok: true, count: counter });
    }
    counter += 1;
    ctx.waitUntil(
  },
} satisfies ExportedHandler<Env>;
ÿsrc/index.js
export default {
  async fetch(request, env) {
    return new Response('Hello World!');
  },
};
ÿwrangler.jsonc
{
  "name": "hello",
  "main": "src/index.ts",
  "compatibility_date": "2026-11-17"
}
ÿworker.js
export default {
  async fetch(request, env, ctx) {
    const url = new URL(request.url);
    if (url.pathname === '/') {
      return new Response('Hello, \${env.GREETING}!\\n');
    }
  },
};
ÿindex.js
`;

/** Each character is one byte: `ÿ` is what ends a text. */
export const DICTIONARY_V2: Uint8Array<ArrayBuffer> = Uint8Array.from(TEXT, (character) =>
  character.charCodeAt(0),
);
