/**
 * The words of a command as a POSIX shell and bash read it: quotes, backslashes, `$'…'` (which Chrome's
 * “Copy as cURL” writes) and lines that go on after a backslash. Written here because the libraries for
 * it do not know `$'…'`. Nothing is expanded.
 * @throws {Error} where a quote is not closed.
 */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < command.length) {
    const rest = command.slice(at);
    const [space] = /^(\s|\\\r?\n)+/.exec(rest) ?? [];
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += space.length;
      continue;
    }
    const piece = pieceOf(rest);
    word = (word ?? '') + piece.text;
    at += piece.length;
  }
  if (word !== undefined) words.push(word);
  return words;
}

interface Piece {
  readonly text: string;
  /** Characters of the command that it takes. */
  readonly length: number;
}

function pieceOf(rest: string): Piece {
  if (rest.startsWith("$'")) {
    const [all = '', inside = ''] = closed(/^\$'((?:[^'\\]|\\[\s\S])*)'/.exec(rest), "$'");
    return { text: inside.replace(ANSI_C, unescaped), length: all.length };
  }
  if (rest.startsWith("'")) {
    const [all = '', inside = ''] = closed(/^'([^']*)'/.exec(rest), "'");
    return { text: inside, length: all.length };
  }
  if (rest.startsWith('"')) {
    const [all = '', inside = ''] = closed(/^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest), '"');
    return {
      text: inside.replace(/\\\r?\n/g, '').replace(/\\(["\\$`])/g, '$1'),
      length: all.length,
    };
  }
  if (rest.startsWith('\\')) return { text: rest.slice(1, 2), length: 2 };
  const [plain = rest[0] ?? ''] = /^(?:(?!\$')[^\s'"\\])+/.exec(rest) ?? [];
  return { text: plain, length: plain.length };
}

function closed(match: RegExpExecArray | null, quote: string): RegExpExecArray {
  if (match) return match;
  throw new Error(`A quote ${quote} of the command is not closed.`);
}

const ANSI_C = /\\(x[\da-f]{1,2}|u[\da-f]{1,4}|U[\da-f]{1,8}|[0-7]{1,3}|[\s\S])/gi;

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unescaped(_all: string, code: string): string {
  if (/^[xu]./i.test(code)) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
  if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8));
  return ESCAPES[code] ?? code;
}

/** A word as a shell reads it back, quoted only where it has to be. */
export function shellQuoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
