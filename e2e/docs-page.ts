/** A page of docs with an example in it, of another origin than the app's. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, FrameLocator, Page } from '@playwright/test';

/** What an embed answers to a call of the page around. */
export interface Answered {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

declare global {
  interface Window {
    /** Of a page of docs: what its frame told it, oldest first. */
    readonly told: readonly { readonly type?: string; readonly id?: unknown }[];
    readonly ask: (method: string, args: readonly unknown[], id?: unknown) => Promise<Answered>;
  }
}

/** Collects what the frame says, and asks it. */
const SCRIPT = `
  const frame = document.querySelector('iframe');
  const waiting = new Map();
  let last = 0;
  window.told = [];
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow) return;
    told.push(data);
    waiting.get(data.id)?.(data);
    if (data.type === 'isolab:height' && frame.dataset.follows) frame.style.height = data.height + 'px';
  });
  window.ask = (method, args, id = ++last) => new Promise((resolve) => {
    waiting.set(id, resolve);
    frame.contentWindow.postMessage({ isolab: 1, id, method, args }, '*');
  });`;

/** HTML of a page of docs. @param src of the example. */
export function docsHtml(src: string): string {
  const address = src.replaceAll('&', '&amp;');
  return `<!doctype html><html lang="en"><head><title>Docs</title>
    <style>iframe { width: 100%; height: 640px; border: 0 }</style></head>
    <body><main><h1>Docs</h1><p><a href="#before">Before</a></p>
    <iframe src="${address}" title="Example" data-follows="true"></iframe></main>
    <script>${SCRIPT}</script></body></html>`;
}

/** Serves pages of docs, until it is closed. */
export async function serveDocs() {
  let html = '';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A TCP server that listens has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    /** The page of docs with this example in it. Its host has another name: to a browser, another site. */
    url(src: string): string {
      html = docsHtml(src);
      return `http://localhost:${port}/`;
    },
    close: () => server.close(),
  };
}

/** A page of docs as its reader and its author see it. */
export class DocsPage {
  readonly page: Page;
  /** What the example asked for. */
  readonly requested: string[] = [];

  constructor(page: Page, app: string) {
    this.page = page;
    page.on('request', (request) => {
      const url = request.url();
      if (url.startsWith(app)) this.requested.push(url.slice(app.length));
    });
  }

  get example(): FrameLocator {
    return this.page.frameLocator('iframe[title=Example]');
  }

  /** The frame of the example itself. */
  frame(): Frame {
    const frame = this.page.frames().find((each) => each.url().includes('embed'));
    if (!frame) throw new Error('There is no example in this page.');
    return frame;
  }

  ask(method: string, ...args: unknown[]): Promise<Answered> {
    return this.page.evaluate(([method, args]) => window.ask(method, args), [
      method,
      args,
    ] as const);
  }

  /** How often the example told something of this type. */
  timesTold(type: string): Promise<number> {
    return this.page.evaluate(
      (type) => window.told.filter((told) => told.type === type).length,
      type,
    );
  }

  /** The last height that was told. */
  heightTold(): Promise<unknown> {
    return this.page.evaluate(() => window.told.findLast(({ type }) => type === 'isolab:height'));
  }
}
