/** Workers that nobody here wrote, and what is fired at each. */
import type { Case, CaseEvent } from './case';
import { readTemplates } from './templates';

const get = (path: string, headers: Readonly<Record<string, string>> = {}): CaseEvent => ({
  type: 'fetch',
  path,
  headers,
});

const post = (path: string, value: unknown): CaseEvent => ({
  type: 'fetch',
  path,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const ROUTES = [
  get('/'),
  get('/redirect?redirectUrl=https://example.com/'),
  get('/redirect'),
  get('/proxy'),
  get('/api/todos'),
  get('/api/todos/7'),
  post('/api/todos', { title: 'written' }),
  get('/api/nothing'),
];

/** Its consumer: what sends to a queue needs a binding. */
const QUEUE: readonly CaseEvent[] = [
  {
    type: 'queue',
    queue: 'my-queue',
    messages: [
      { id: 'm1', timestamp: 1700000000000, attempts: 1, body: { url: 'https://example.com/' } },
      { id: 'm2', timestamp: 1700000001000, attempts: 2, body: 'text' },
    ],
  },
];

/** By their folders: those that need no Durable Object, assets, workflow or framework of their own. */
const TEMPLATES = {
  'hello-world/js': [get('/')],
  'hello-world/ts': [get('/')],
  'common/js': ROUTES,
  'common/ts': ROUTES,
  'queues/js': QUEUE,
  'queues/ts': QUEUE,
  'scheduled/js': [get('/')],
  'scheduled/ts': [get('/')],
  'openapi/ts': [
    get('/openapi.json'),
    get('/api/tasks'),
    get('/api/tasks?isCompleted=maybe'),
    get('/api/tasks/clean-room'),
    post('/api/tasks', { name: 'test', slug: 'test', due_date: '2026-01-02' }),
    post('/api/tasks', { name: 'without a slug' }),
    get('/nothing'),
  ],
} satisfies Readonly<Record<string, readonly CaseEvent[]>>;

/** From https://hono.dev/docs and the package's README.md. */
const HONO = `import { Hono } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'

const app = new Hono()

app.use('/etag/*', etag())
app.use('/admin/*', basicAuth({ username: 'admin', password: 'secret' }))
app.get('/', (c) => c.text('Hono!'))
app.get('/api/hello', (c) => c.json({ ok: true, message: 'Hello Hono!' }))
app.get('/posts/:id', (c) => {
  const page = c.req.query('page')
  const id = c.req.param('id')
  c.header('X-Message', 'Hi!')
  return c.text(\`You want to see \${page} of \${id}\`)
})
app.post('/posts', async (c) => c.json(await c.req.json(), 201))
app.get('/etag/cached', (c) => c.text('You can access this route with a tag'))
app.get('/admin', (c) => c.text('You are authorized!'))
app.get('/teapot', () => {
  throw new HTTPException(418, { message: 'short and stout' })
})
app.notFound((c) => c.text('Custom 404 Message', 404))

export default app
`;

/** From the package's README.md. */
const ITTY_ROUTER = `import { AutoRouter, error, json, withParams } from 'itty-router'

const todos = new Map([['1', 'first'], ['2', 'second']])

const router = AutoRouter({ before: [withParams] })

router
  .get('/text', () => 'Hey there!')
  .get('/hello/:name?', ({ name = 'World' }) => \`Hello, \${name}!\`)
  .get('/todos', () => [...todos.values()])
  .get('/todos/:id', ({ id }) => todos.get(id) ?? error(404, 'That todo was not found'))
  .post('/todos', async (request) => json(await request.json(), { status: 201 }))
  .get('/throws', () => error(422, { reason: 'refused' }))

export default { ...router }
`;

/** From the package's documentation of SignJWT and jwtVerify, with a time that stands still. */
const JOSE = `import * as jose from 'jose'

const secret = new TextEncoder().encode('cc7e0d44fd473002f1c42167459001140ec6389b7353f8088f4d9a95f2f596f2')
const currentDate = new Date(1700000000000)
const claims = { issuer: 'urn:example:issuer', audience: 'urn:example:audience', currentDate }

export default {
  async fetch(request) {
    const jwt = await new jose.SignJWT({ 'urn:example:claim': true })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(1700000000)
      .setIssuer('urn:example:issuer')
      .setAudience('urn:example:audience')
      .setExpirationTime(1700007200)
      .sign(secret)
    const { payload, protectedHeader } = await jose.jwtVerify(jwt, secret, claims)
    const seen = { jwt, payload, protectedHeader, decoded: jose.decodeJwt(jwt) }
    try {
      await jose.jwtVerify(jwt, new TextEncoder().encode('another key of another sender'), claims)
    } catch ({ name, code, message }) {
      seen.refused = { name, code, message }
    }
    const thumbprint = await jose.calculateJwkThumbprint({ kty: 'oct', k: jose.base64url.encode(secret) })
    return Response.json({ ...seen, thumbprint })
  },
}
`;

const PACKAGES: readonly Omit<Case, 'difference'>[] = [
  {
    name: 'hono',
    files: {
      'src/index.ts': HONO,
      'package.json': '{ "dependencies": { "hono": "^4.12.12" } }',
    },
    events: [
      get('/'),
      get('/api/hello'),
      get('/posts/12?page=3'),
      post('/posts', { title: 'written' }),
      get('/etag/cached'),
      get('/admin'),
      get('/admin', { authorization: `Basic ${btoa('admin:secret')}` }),
      get('/teapot'),
      get('/nothing'),
    ],
  },
  {
    name: 'itty-router',
    files: { 'worker.js': ITTY_ROUTER },
    events: [
      get('/text'),
      get('/hello'),
      get('/hello/there'),
      get('/todos'),
      get('/todos/2'),
      get('/todos/3'),
      post('/todos', ['third']),
      get('/throws'),
      get('/nothing'),
    ],
  },
  { name: 'jose', files: { 'worker.js': JOSE }, events: [get('/')] },
];

export function realWorkers(): readonly Case[] {
  // The keys of it.
  const names = Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[];
  const templates = readTemplates(names);
  return [
    ...names.map((name) => ({ name, files: templates[name], events: TEMPLATES[name] })),
    ...PACKAGES,
  ].map((each) => ({ ...each, difference: undefined }));
}
