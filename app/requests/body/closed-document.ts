/** What opens connections that no policy knows, brings documents of its own, or changes what names mean. */
const TAKEN_OUT =
  'link, base, meta[http-equiv], iframe, frame, object, embed, template[shadowrootmode]';

/** What a document may show is what it carries itself. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** What links lead to would open in a window of its own, and the frame may open none. */
const PREFIX = `<meta http-equiv="content-security-policy" content="${POLICY}"><base target="_blank">`;

/** So often is it looked at what became of a document without what was taken out. */
const TRIES = 5;

/**
 * The document of a response for a frame that has neither scripts nor an origin, so that it asks the
 * network for nothing. The policy does most of that; `<link rel="preconnect">` and its like, which
 * policies do not know, are taken out.
 * @returns `undefined` for what is written so that something else appears each time it is read.
 */
export function closedDocument(html: string): string | undefined {
  const isStrict = read(html).compatMode === 'CSS1Compat';
  const prefix = (isStrict ? '<!doctype html>' : '') + PREFIX;
  let text = html;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const whole = prefix + text;
    const document = read(whole);
    const [policy, base] = document.head.children;
    const strangers = [...document.querySelectorAll(TAKEN_OUT)].filter(
      (element) => element !== policy && element !== base,
    );
    if (strangers.length === 0) return whole;
    for (const element of [policy, base, ...strangers]) element?.remove();
    text = document.documentElement.outerHTML;
  }
  return undefined;
}

/** As the frame will read it: without scripts. Nothing of it is loaded. */
function read(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
