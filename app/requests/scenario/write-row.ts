import type { Block } from './blocks';
import { changeBlock, type Row } from './rows';

/** A row as a block of its own. */
export function writeRow(row: Row): Block {
  const empty = { separator: '###', lines: ['GET /'] };
  return changeBlock(changeBlock(empty, { kind: row.kind }), row);
}
