/** A part of a `.http` file: a line of `###`, and what follows it up to the next. */
export interface Block {
  /** The line that begins it; the first block of a file may have none. */
  readonly separator: string | undefined;
  readonly lines: readonly string[];
}

/** Takes a `.http` file apart. {@link joinBlocks} gives the same text again, with `\n` at its lines' ends. */
export function splitBlocks(text: string): Block[] {
  const blocks: { separator: string | undefined; lines: string[] }[] = [
    { separator: undefined, lines: [] },
  ];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('###')) blocks.push({ separator: line, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  const [first] = blocks;
  return first?.lines.length === 0 && blocks.length > 1 ? blocks.slice(1) : blocks;
}

export function joinBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ separator, lines }) => (separator === undefined ? lines : [separator, ...lines]))
    .join('\n');
}

export function isComment(text: string): boolean {
  return /^\s*(#|\/\/)/.test(text);
}

/** Comments of ours: `# @at 500`. */
export const TAGS = [
  'at',
  'count',
  'service',
  'entrypoint',
  'scheduled',
  'queue',
  'message',
  'test',
] as const;
export type TagName = (typeof TAGS)[number];

export interface Tag {
  readonly name: TagName;
  readonly value: string;
}

/** The tag in a comment line. */
export function tagOf(line: string): Tag | undefined {
  const [, written, value = ''] = /^\s*(?:#|\/\/)\s*@(\w+)\b(.*)$/.exec(line) ?? [];
  const name = TAGS.find((known) => known === written);
  return name && { name, value: value.trim() };
}
