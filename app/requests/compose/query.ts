/** A name and value of a URL's query, as a person reads them. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** The pairs in the query of a URL, which may be a path. */
export function readPairs(url: string): Pair[] {
  return partsOf(url).pairs.map(pairOf);
}

/**
 * Changes one pair of a URL's query, adds one (at the index after the last), or takes one away
 * (`undefined`). All else stays as it was written.
 */
export function withPair(url: string, index: number, pair: Pair | undefined): string {
  const { before, pairs, after } = partsOf(url);
  const all = pair
    ? [...pairs.slice(0, index), written(pair), ...pairs.slice(index + 1)]
    : pairs.toSpliced(index, 1);
  return before + (all.length === 0 ? '' : `?${all.join('&')}`) + after;
}

function partsOf(url: string) {
  const [, before = '', query, after = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  return { before, pairs: query?.split('&').filter((pair) => pair !== '') ?? [], after };
}

function pairOf(text: string): Pair {
  const equals = text.indexOf('=');
  if (equals === -1) return { name: decoded(text), value: '' };
  return { name: decoded(text.slice(0, equals)), value: decoded(text.slice(equals + 1)) };
}

function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Readable where it can be: only what would be read as something else is encoded. */
function written({ name, value }: Pair): string {
  return `${encoded(name).replaceAll('=', '%3D')}=${encoded(value)}`;
}

function encoded(text: string): string {
  return text.replace(/[\s%&+#]/g, (character) => encodeURIComponent(character));
}
