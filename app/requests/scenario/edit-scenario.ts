import type { ProjectStore } from '../../project/store';
import type { Draft } from '../draft/draft';
import { type Block, joinBlocks, splitBlocks } from './blocks';
import { rowOf } from './rows';
import { writeStep } from './write-step';

/** What a project's first scenario is called. */
const NEW_FILE = 'scenario.http';

const NEW_TEXT = `# A scenario: each request is fired at its time ("@at", ms after the start), as often as "@count" says.

### First
GET /
`;

/** ms between an event that is added and the latest before it. */
const LATER = 100;

/** Makes the project's first scenario. Returns its path. */
export function newScenario(project: ProjectStore): string {
  const { files, edit } = project.getState();
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? NEW_FILE : `scenario-${number}.http`;
    if (Object.hasOwn(files, path)) continue;
    edit(path, NEW_TEXT);
    return path;
  }
}

/**
 * Writes a draft at the end of a scenario, a little after the last event there.
 * @param path of the scenario; a new one is made where the project has none.
 * @returns what was done, or why not, in words.
 */
export function addToScenario(
  project: ProjectStore,
  draft: Draft,
  path: string | undefined,
): string {
  const { files, edit } = project.getState();
  const content = path === undefined ? '' : files[path];
  if (typeof content !== 'string') return `${path} is no text: nothing can be added to it.`;
  const times = splitBlocks(content).flatMap((block) => Number(rowOf(block)?.at ?? []) || 0);
  const at = content === '' ? 0 : Math.max(0, ...times) + LATER;
  const step = writeStep(draft, at);
  if (!step.ok) return `This cannot be added to a scenario: ${step.message}`;
  const target = path ?? NEW_FILE;
  edit(target, content === '' ? step.text : `${content.trimEnd()}\n\n${step.text}`);
  return `Added to ${target}, ${at} ms after its start.`;
}

/** Edits the blocks of a scenario. */
export function editBlocks(
  project: ProjectStore,
  file: string,
  change: (blocks: readonly Block[]) => readonly Block[],
): void {
  const { files, edit } = project.getState();
  const content = files[file];
  if (typeof content !== 'string') return;
  const text = joinBlocks(change(splitBlocks(content)));
  edit(file, content.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text);
}

/** Adds an event behind the last. */
export function withNewRow(blocks: readonly Block[]): Block[] {
  return [...endsEmpty(blocks), { separator: '###', lines: ['GET /', ''] }];
}

/** Puts a copy of a block behind it. */
export function withDuplicate(blocks: readonly Block[], index: number): Block[] {
  const block = blocks[index];
  if (!block) return [...blocks];
  const copy = { separator: block.separator ?? '###', lines: block.lines };
  const before = endsEmpty(blocks.slice(0, index + 1));
  return [...before, copy, ...blocks.slice(index + 1)];
}

/** Moves a block up (-1) or down (1), past the next one that is an event. */
export function withMoved(blocks: readonly Block[], index: number, by: -1 | 1): Block[] {
  let target = index + by;
  while (blocks[target] && !rowOf(blocks[target] ?? { separator: '', lines: [] })) target += by;
  const moved = blocks[index];
  if (!moved || !blocks[target]) return [...blocks];
  // Only the first of a file can do without a line that begins it.
  const separated = endsEmpty(blocks).map(({ separator, lines }) => ({
    separator: separator ?? (rowOf({ separator, lines }) ? '###' : undefined),
    lines,
  }));
  const block = separated[index] ?? moved;
  return separated.toSpliced(index, 1).toSpliced(target, 0, block);
}

/** With an empty line at the end of the last block, for another behind it. */
function endsEmpty(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.lines.length > 0 && block.lines.at(-1)?.trim() !== ''
      ? { ...block, lines: [...block.lines, ''] }
      : block,
  );
}
