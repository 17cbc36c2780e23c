/** How many files a project that comes from outside may have. */
export const MOST_FILES = 1000;

const LONGEST_NAME = 256;

/** Controls, and the characters that turn the direction of the text around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Names that mean something to JavaScript wherever an object is used as a map. */
const OF_JAVASCRIPT: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/**
 * Says what is wrong with the files' names of a project that comes from outside (a link, the
 * automation API), `undefined` if nothing is.
 */
export function problemOfFileNames(names: readonly string[]): string | undefined {
  if (names.length === 0) return 'there are no files';
  if (names.length > MOST_FILES)
    return `${names.length} files, and a project has at most ${MOST_FILES}`;
  for (const name of names) {
    const problem = problemOfFileName(name);
    if (problem !== undefined) return `the file name ${quoted(name)} ${problem}`;
  }
  return problemTogether(names);
}

/** Says why a name is refused, to be read after the name; `undefined` if it is a good one. */
export function problemOfFileName(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`;
  if (UNPRINTABLE.test(name)) return 'has a character that cannot be seen';
  if (!name.isWellFormed()) return 'is not valid Unicode';
  if (name.includes('\\')) return 'has a backslash: folders are separated by /';
  if (name.startsWith('/')) return 'is absolute: paths begin at the root of the project';
  if (/^[a-z][a-z\d+.-]*:/i.test(name)) return 'begins like a URL or a drive';
  if (OF_JAVASCRIPT.has(name)) return 'is a name that JavaScript keeps for itself';
  for (const part of name.split('/')) {
    if (part === '') return name.endsWith('/') ? 'ends in /' : 'has // in it';
    if (part === '.' || part === '..') return `has the folder ${part} in it`;
    if (part === '__proto__') return 'has __proto__ in it, which JavaScript keeps for itself';
  }
  return undefined;
}

function problemTogether(names: readonly string[]): string | undefined {
  const all = new Set<string>();
  for (const name of names) {
    if (all.has(name)) return `the file name ${quoted(name)} is there twice`;
    all.add(name);
  }
  for (const name of names) {
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      const folder = name.slice(0, at);
      if (all.has(folder)) return `${quoted(folder)} is a file and a folder`;
    }
  }
  return undefined;
}

/** A name as it can be shown, whatever is in it. */
export function quoted(name: string): string {
  const cut = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return JSON.stringify(cut).replace(
    new RegExp(UNPRINTABLE, 'g'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
