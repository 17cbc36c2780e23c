import { copyText } from '../../ui/copy-text';
import type { Composing } from '../composing';
import type { Draft } from '../draft/draft';
import { readCurl } from './read-curl';
import { writeCurl } from './write-curl';

/** Fills the draft with what a curl command sends, and says what of it was left out. */
export function takeCurl(composing: Composing, command: string): boolean {
  const read = readCurl(command);
  if (!read.ok) {
    composing.note(`This curl command cannot be read: ${read.message}`);
    return false;
  }
  const { draft, leftOut } = read;
  const note =
    leftOut.length === 0
      ? 'Filled in from the curl command.'
      : `Filled in from the curl command. Left out, as a worker sees nothing of it: ${leftOut.join(', ')}.`;
  composing.load(draft, note);
  if (draft.headers.length > 0 || draft.body.type !== 'none') composing.setOpen(true);
  return true;
}

/** Puts the curl command of a draft on the clipboard, and says so. */
export async function copyAsCurl(composing: Composing, draft: Draft): Promise<void> {
  const command = writeCurl(draft);
  composing.note(
    (await copyText(command))
      ? 'Copied as a curl command.'
      : `The browser does not let this page copy. The command is: ${command}`,
  );
}
