import type { PreviewedObject, PreviewedValue, ValuePreviews } from '../../runtime-worker/index';

/** A piece of a value on one line, by what it is. */
export interface Word {
  readonly kind: 'plain' | 'key' | 'string' | 'number' | 'muted';
  readonly text: string;
}

/** So many entries stand on a line. */
const OF_LIST = 20;
const OF_OBJECT = 6;
const LONGEST_STRING = 100;

const word = (text: string, kind: Word['kind'] = 'plain'): Word => ({ kind, text });

/** A value on one line, as DevTools begin with it: an object's own entries, and theirs by name only. */
export function wordsOf(value: PreviewedValue, objects: ValuePreviews['objects']): Word[] {
  const object = objectOf(value, objects);
  return object ? objectWords(object, objects) : [primitiveWord(value)];
}

/** The object that a value stands for. */
export function objectOf(
  value: PreviewedValue,
  objects: ValuePreviews['objects'],
): PreviewedObject | undefined {
  return value.type === 'object' ? objects[value.object] : undefined;
}

/** What an object is called, with its size: `Map(2)`, `Array(3)`, `Point`. */
export function titleOf({ kind, name, text, size }: PreviewedObject): string {
  if (kind === 'function' || kind === 'text') return text ?? name;
  if (kind === 'error') return text?.split('\n', 1)[0] ?? name;
  const called = name === '' ? '[Object: null prototype]' : name;
  return size === undefined ? called : `${called}(${size})`;
}

function primitiveWord(value: PreviewedValue): Word {
  switch (value.type) {
    case 'string':
      return word(quoted(value.text, value.more), 'string');
    case 'number':
    case 'bigint':
    case 'boolean':
      return word(value.text, 'number');
    case 'object':
      return word('…');
    case 'accessor':
      return word(`[${value.text}]`, 'muted');
    case 'unseen':
      return word(`[${value.text}]`, 'muted');
    default:
      return word(value.text, 'muted');
  }
}

export function quoted(text: string, more = 0): string {
  const cut = text.length > LONGEST_STRING || more > 0;
  const shown = text.slice(0, LONGEST_STRING).replaceAll('\n', '\\n');
  const quote = shown.includes("'") && !shown.includes('"') ? '"' : "'";
  return `${quote}${shown}${cut ? '…' : ''}${quote}`;
}

function objectWords(object: PreviewedObject, objects: ValuePreviews['objects']): Word[] {
  const { kind, name, size, entries, more } = object;
  const title = titleOf(object);
  if (kind === 'error') return [word(object.text ?? title)];
  if (kind === 'function' || kind === 'proxy') return [word(title)];
  if (kind === 'text' && entries.length === 0) return [word(title)];
  const isList = kind === 'list';
  const bare = kind === 'object' && name === 'Object';
  const start = isList && name === 'Array' ? `(${size}) ` : bare ? '' : `${title} `;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0 && more === undefined) return [word(`${start}${open}${close}`)];
  const shown = entries.slice(0, isList ? OF_LIST : OF_OBJECT);
  const words = [word(`${start}${open} `)];
  for (const [index, { key, mapKey, value }] of shown.entries()) {
    if (index > 0) words.push(word(', '));
    if (mapKey) words.push(shortWord(mapKey, objects), word(' => '));
    else if (key !== undefined && !(isList && /^\d+$/.test(key))) {
      words.push(word(key, 'key'), word(': '));
    }
    words.push(shortWord(value, objects));
  }
  if (shown.length < entries.length || more !== undefined) words.push(word(', …', 'muted'));
  words.push(word(` ${close}`));
  return words;
}

/** A value in another one. */
function shortWord(value: PreviewedValue, objects: ValuePreviews['objects']): Word {
  const object = objectOf(value, objects);
  if (!object) return primitiveWord(value);
  const isPlain = object.kind === 'object' && object.name === 'Object';
  const isEmpty = object.entries.length === 0 && object.more === undefined;
  if (isPlain) return word(isEmpty ? '{}' : '{…}');
  if (object.kind === 'list' && object.name === 'Array' && isEmpty) return word('[]');
  return word(titleOf(object));
}
