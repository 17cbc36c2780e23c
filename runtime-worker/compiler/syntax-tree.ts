/** A node of the ESTree that Rollup gives for a module. */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the text that Rollup parsed: of its first character, and after its last. */
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}

/** All nodes below a root, and the root, in the order of the text. Does not recurse: code may nest deeply. */
export function* nodesOf(root: unknown): Generator<SyntaxNode> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) {
      pending.push(...value.toReversed());
    } else if (isNode(value)) {
      yield value;
      pending.push(...Object.values(value).filter(isObject).toReversed());
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The value of a string literal or of a template without expressions. */
export function stringOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const { quasis } = node;
  const [quasi, ...more] = Array.isArray(quasis) ? quasis : [];
  if (more.length > 0 || !isNode(quasi)) return undefined;
  const { value } = quasi;
  const cooked = typeof value === 'object' && value !== null && 'cooked' in value && value.cooked;
  return typeof cooked === 'string' ? cooked : undefined;
}
