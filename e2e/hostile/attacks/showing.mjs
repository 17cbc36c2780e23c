import { handler } from './attack.mjs';

const HTML = `<img src=x onerror="window.hostile = true"><script>window.hostile = true</script>`;

/**
 * What is shown, and tries to be more than text.
 *
 * @type {readonly import('./attack.mjs').Attack[]}
 */
export const SHOWING = [
  {
    tries: 'a log line that is HTML',
    source: handler(`console.log(${JSON.stringify(HTML)}); return 'logged';`),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log line of objects with keys that are HTML',
    source: handler(
      `console.log({ [${JSON.stringify(HTML)}]: [${JSON.stringify(HTML)}] }); return 'logged';`,
    ),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a table whose columns are HTML',
    source: handler(
      `console.table([{ [${JSON.stringify(HTML)}]: ${JSON.stringify(HTML)} }]); return 'logged';`,
    ),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log line with ANSI sequences',
    source: handler(
      `console.log('\\x1b]8;;https://hostile.example\\x07link\\x1b]8;;\\x07\\x1b[2J\\x1b[31mred'); return 'logged';`,
    ),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log line that turns its direction',
    source: handler(`console.log('safe\\u202Egnp.exe\\u2066 and \\u2069'); return 'logged';`),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log line of 50 MB',
    source: handler(`console.log('x'.repeat(5e7)); return 'logged';`),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log line of a cyclic graph of ten thousand objects',
    source: handler(`
      const graph = Array.from({ length: 1e4 }, () => ({}));
      for (const [index, node] of graph.entries()) { node.next = graph[(index + 1) % 1e4]; node.all = graph; }
      console.log(graph[0]);
      return 'logged';`),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log line of an object that throws when it is read',
    source: handler(`
      const throwing = new Proxy({}, { get() { throw new Error('hostile'); }, ownKeys() { throw new Error('hostile'); } });
      console.log(throwing, { get a() { throw new Error('hostile'); } });
      return 'logged';`),
    comes: /^200 got logged$/,
  },
  {
    tries: 'a log format that asks for styles',
    source: handler(
      `console.log('%chuge', 'position: fixed; inset: 0; font-size: 999px; background: url(CATCHER/style)'); return 'logged';`,
    ),
    comes: /^200 got logged$/,
  },
  {
    tries: 'headers that are HTML',
    source: `export default { fetch: () => new Response('sent', { statusText: '<b>hostile</b>', headers: { 'x-html': ${JSON.stringify(HTML)} } }) };`,
    comes: /^200 sent$/,
  },
  {
    tries: 'ten thousand headers',
    source: `export default { fetch() {
      const headers = new Headers();
      for (let index = 0; index < 1e4; index += 1) headers.append('x-' + index, 'y');
      return new Response('sent', { headers });
    } };`,
    comes: /^TypeError: A response can have 1,000 headers here: this one has more\.$/,
  },
  {
    tries: 'a header of 50 MB',
    source: `export default { fetch: () => new Response('sent', { headers: { 'x-long': 'y'.repeat(5e7) } }) };`,
    comes:
      /^TypeError: The header "x-long" of a response can have 65,536 characters here: this one has 50,000,000\.$/,
  },
  {
    tries: 'an error whose name, message and stack are HTML',
    source: `export default { fetch() {
      throw Object.assign(new Error(${JSON.stringify(HTML)}), { name: '<h1>hostile</h1>', stack: ${JSON.stringify(HTML)} });
    } };`,
    comes: /hostile/,
  },
  {
    tries: 'an abort whose reason is HTML',
    source: `import { abortIsolate } from 'cloudflare:workers';
      export default { fetch() { abortIsolate(${JSON.stringify(HTML)}); } };`,
    comes: /^IsolateAbortedError: /,
  },
  {
    tries: 'a service whose name is HTML',
    source: handler(`return 'named';`),
    configuration: { name: '<img src=x onerror=hostile=1>' },
    comes: /^200 got named$/,
  },
  {
    tries: 'a file whose name is HTML',
    source: handler(`return 'filed';`),
    files: { '<img src=x onerror=hostile=1>.js': '' },
    comes: /^200 got filed$/,
  },
  {
    tries: 'a README with scripts and pictures',
    source: handler(`return 'read';`),
    files: {
      'README.md': `# ${HTML}\n\n![pixel](CATCHER/readme) [run](javascript:window.hostile=true)\n`,
    },
    comes: /^200 got read$/,
  },
  {
    tries: 'an answer that is a page with scripts',
    source: `export default { fetch: () => new Response(${JSON.stringify(`${HTML}<script>parent.hostile = true; top.location = 'about:blank'</script>`)}, { headers: { 'content-type': 'text/html' } }) };`,
    comes: /^200 <img/,
  },
  {
    tries: 'an answer that is JSON nested without end',
    source: `export default { fetch: () => new Response('['.repeat(1e6), { headers: { 'content-type': 'application/json' } }) };`,
    comes: /^200 \[/,
  },
  {
    tries: 'an answer that is an SVG with scripts',
    source: `export default { fetch: () => new Response('<svg xmlns="http://www.w3.org/2000/svg" onload="parent.hostile = true"><script>parent.hostile = true</script></svg>', { headers: { 'content-type': 'image/svg+xml' } }) };`,
    comes: /^200 <svg/,
  },
];

/** Where a field of a project or an answer is read, a prototype could be polluted. */
const POLLUTED =
  '{"__proto__": {"hostile": true}, "constructor": {"prototype": {"hostile": true}}}';

/** @type {readonly import('./attack.mjs').Attack[]} */
export const POLLUTING = [
  {
    tries: 'to pollute a prototype by its variables',
    source: handler(`return Object.prototype.hostile;`),
    files: {
      'wrangler.jsonc': `{ "name": "polluting", "main": "worker.js", "vars": ${POLLUTED} }`,
    },
    comes: /^200 got undefined$/,
  },
  {
    tries: 'to pollute a prototype by a name of its configuration',
    source: handler(`return Object.prototype.hostile;`),
    files: {
      'wrangler.jsonc': `{ "main": "worker.js", "__proto__": { "hostile": true, "name": "x" }, "limits": ${POLLUTED} }`,
    },
    comes: /^200 got undefined$/,
  },
  {
    tries: 'to pollute a prototype by a header',
    source: `export default { fetch: () => new Response('sent', { headers: [['__proto__', 'hostile'], ['constructor', 'hostile']] }) };`,
    comes: /^200 sent$/,
  },
  {
    tries: 'to pollute a prototype by what it logs',
    source: handler(
      `console.log(JSON.parse(${JSON.stringify(POLLUTED)})); console.table([JSON.parse(${JSON.stringify(POLLUTED)})]); return 'logged';`,
    ),
    comes: /^200 got logged$/,
  },
  {
    tries: 'to pollute a prototype by the properties of its error',
    source: `export default { fetch() { throw Object.assign(new Error('thrown'), JSON.parse(${JSON.stringify(POLLUTED)}), { ['__proto__']: { hostile: true } }); } };`,
    comes: /thrown/,
  },
  {
    tries: 'to pollute a prototype by a module named __proto__',
    source: handler(`return Object.prototype.hostile;`),
    files: {
      'package.json': `{ "dependencies": ${POLLUTED} }`,
      'tsconfig.json': `{ "compilerOptions": ${POLLUTED} }`,
    },
    comes: /^200 got undefined$/,
  },
  {
    tries: 'to pollute a prototype by the names of its counters and timers',
    source: handler(
      `console.count('__proto__'); console.time('__proto__'); console.timeEnd('__proto__'); console.group('constructor'); return 'logged';`,
    ),
    comes: /^200 got logged$/,
  },
  {
    tries: 'to pollute a prototype by a cache named __proto__',
    source: handler(
      `const cache = await caches.open('__proto__'); await cache.put('https://x.example/', new Response('x')); return Object.prototype.hostile;`,
    ),
    comes: /^200 got undefined$/,
  },
];
