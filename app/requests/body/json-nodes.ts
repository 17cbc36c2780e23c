/** A row of a JSON tree. */
export type JsonNode = JsonLeaf | JsonBranch;

interface OfNode {
  /** Unique in its tree. */
  readonly id: string;
  /** Its name in an object, its index in an array; `undefined` for the whole. */
  readonly name: string | undefined;
}

export interface JsonLeaf extends OfNode {
  readonly kind: 'text' | 'number' | 'word';
  readonly value: string | number | boolean | null;
}

export interface JsonBranch extends OfNode {
  readonly kind: 'object' | 'array';
  readonly value: Readonly<Record<string, unknown>> | readonly unknown[];
  /** The part of its entries that it stands for, where it is a part of many. */
  readonly part: Part | undefined;
}

interface Part {
  readonly from: number;
  /** The last is not in it. */
  readonly to: number;
}

/** So many entries are shown below one node: of more, parts are shown first. */
const ENTRIES_SHOWN = 100;

/** The row of a value. @param value as `JSON.parse` gives it. */
export function jsonNode(value: unknown, id = '', name?: string): JsonNode {
  if (typeof value === 'string') return { id, name, kind: 'text', value };
  if (typeof value === 'number') return { id, name, kind: 'number', value };
  if (Array.isArray(value)) return { id, name, kind: 'array', value, part: undefined };
  if (typeof value === 'object' && value !== null) {
    // What JSON.parse gives that is an object and no array has its members as own properties.
    const members = value as Readonly<Record<string, unknown>>;
    return { id, name, kind: 'object', value: members, part: undefined };
  }
  return { id, name, kind: 'word', value: value === true || value === false ? value : null };
}

export function isBranch(node: JsonNode): node is JsonBranch {
  return node.kind === 'object' || node.kind === 'array';
}

/** How many entries a branch has in all. */
export function sizeOf({ value, part }: JsonBranch): number {
  return part ? part.to - part.from : Object.keys(value).length;
}

/** The rows below a branch: its entries, or parts of them where there are many. */
export function childrenOf(branch: JsonBranch): readonly JsonNode[] {
  const { id, value, kind } = branch;
  const keys = Object.keys(value);
  const part = branch.part ?? { from: 0, to: keys.length };
  const size = part.to - part.from;
  if (size <= ENTRIES_SHOWN) {
    return keys
      .slice(part.from, part.to)
      .map((key) => jsonNode(entryOf(value, key), `${wholeOf(id)}/${escaped(key)}`, key));
  }
  let step = ENTRIES_SHOWN;
  while (step * ENTRIES_SHOWN < size) step *= ENTRIES_SHOWN;
  const parts: JsonBranch[] = [];
  for (let from = part.from; from < part.to; from += step) {
    const to = Math.min(part.to, from + step);
    const name = `${from} … ${to - 1}`;
    parts.push({ id: `${wholeOf(id)}#${from}-${to}`, name, kind, value, part: { from, to } });
  }
  return parts;
}

/** Characters that a level of nesting takes: its brackets. */
const LEVEL = 2;

/** A value in a few words, as it stands beside its name while it is folded. */
export function jsonSummary(value: unknown, room = 60): string {
  const node = jsonNode(value);
  if (!isBranch(node)) {
    const text = JSON.stringify(value);
    return node.kind === 'text' && text.length > room ? `${text.slice(0, room - 2)}…"` : text;
  }
  const isList = node.kind === 'array';
  let text = '';
  // Not all keys at once: there may be a million.
  for (const key in node.value) {
    const separator = text === '' ? '' : ', ';
    // Each level has less than the one around it: what nests without end comes to an end here.
    const left = room - text.length - LEVEL;
    if (left < 8) {
      text += `${separator}…`;
      break;
    }
    const entry = jsonSummary(entryOf(node.value, key), left);
    text += separator + (isList ? entry : `${key}: ${entry}`);
  }
  return isList ? `[${text}]` : `{${text}}`;
}

/** Levels that are unfolded at once: each is a component inside the one before. */
const DEEPEST = 100;

/**
 * What can be unfolded, level by level, so that no more than `limit` nodes show, and none deeper than
 * {@link DEEPEST}; the root in any case.
 */
export function unfoldable(root: JsonNode, limit: number): readonly string[] {
  const ids: string[] = [];
  let seen = 0;
  let level: readonly JsonNode[] = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0 && seen < limit; depth += 1) {
    const next: JsonNode[] = [];
    for (const node of level) {
      if (!isBranch(node)) continue;
      const children = childrenOf(node);
      if (node !== root && seen + children.length > limit) continue;
      seen += children.length;
      ids.push(node.id);
      next.push(...children);
    }
    level = next;
  }
  return ids;
}

function entryOf(value: JsonBranch['value'], key: string): unknown {
  return Array.isArray(value)
    ? value[Number(key)]
    : Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** The id of the branch that a part is of. */
function wholeOf(id: string): string {
  return id.replace(/#\d+-\d+$/, '');
}

function escaped(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1').replace(/#/g, '~2');
}
