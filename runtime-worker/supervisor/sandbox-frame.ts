/** A frame below which untrusted code can run: a document of an opaque origin. */
export interface SandboxFrame {
  /**
   * The frame's element, once what is in it says that it stands and has no origin of its own. Rejects where
   * it could not be loaded.
   */
  readonly ready: Promise<HTMLIFrameElement>;
  /** Takes it away, and all that runs in it. */
  remove(): void;
}

/** ms that a frame which is loaded may take to say that it stands: before another way is tried, and at last. */
const SILENCE = { first: 500, last: 10_000 };
/** ms after which the same is done for a browser that tells of no page which it could not load. */
const PATIENCE = 15_000;

const UNLOADABLE = 'The sandbox could not be loaded. Check the connection, then reload the page.';

/**
 * Opens `sandbox.html` as a frame that the attribute `sandbox` keeps from having an origin.
 *
 * Without a network that cannot be loaded: browsers never ask the page's service worker for it
 * (https://github.com/w3c/ServiceWorker/issues/1727). Where there is one, it is asked by a frame without the
 * attribute; what it answers takes the origin away by its header. `sandbox.html` starts in no other
 * case, so a host that sends it without that header gains nothing.
 */
export function openSandboxFrame(): SandboxFrame {
  const elements: HTMLIFrameElement[] = [];
  const { promise: ready, resolve, reject } = Promise.withResolvers<HTMLIFrameElement>();
  let isOver = false;

  const hear = ({ source, data }: MessageEvent) => {
    const element = elements.find(({ contentWindow }) => contentWindow === source);
    if (!element || data?.type !== 'isolab.sandbox.ready') return;
    stop();
    for (const other of elements) if (other !== element) other.remove();
    resolve(element);
  };
  const stop = () => {
    isOver = true;
    removeEventListener('message', hear);
  };

  const open = (how: 'attribute' | 'service worker') => {
    const element = frameElement();
    if (how === 'attribute') element.setAttribute('sandbox', 'allow-scripts');
    elements.push(element);
    const isFirst = how === 'attribute' && !!navigator.serviceWorker?.controller;
    const giveUp = once(() => {
      if (isOver) return;
      if (isFirst) open('service worker');
      else reject(new Error(UNLOADABLE));
    });
    const silence = isFirst ? SILENCE.first : SILENCE.last;
    element.addEventListener('load', () => setTimeout(giveUp, silence));
    setTimeout(giveUp, PATIENCE);
    document.body.append(element);
  };

  addEventListener('message', hear);
  open('attribute');
  return {
    ready,
    remove: () => {
      stop();
      for (const element of elements) element.remove();
    },
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

function frameElement(): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.title = 'Isolab sandbox';
  element.ariaHidden = 'true';
  element.tabIndex = -1;
  // Not `display: none`: browsers may throttle what is never laid out.
  element.style.cssText =
    'position:fixed;inset:auto 0 0 auto;width:1px;height:1px;border:0;opacity:0;pointer-events:none';
  element.src = new URL('sandbox.html', document.baseURI).href;
  return element;
}
