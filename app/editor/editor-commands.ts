import { type Command, offerCommands } from '../commands/commands';
import type { monaco } from './monaco';

/** What is worth a line in the page's list of commands; the editor's own (F1) has all. Keys are Monaco's. */
const ACTIONS: readonly { readonly id: string; readonly title: string; readonly key: string }[] = [
  { id: 'editor.action.formatDocument', title: 'Format the file', key: 'Shift+Alt+F' },
  { id: 'actions.find', title: 'Find in the file', key: '$mod+F' },
  {
    id: 'editor.action.startFindReplaceAction',
    title: 'Replace in the file',
    key: '$mod+H',
  },
  { id: 'editor.action.gotoLine', title: 'Go to a line', key: 'Control+G' },
  {
    id: 'editor.action.quickOutline',
    title: 'Go to a symbol of the file',
    key: '$mod+Shift+O',
  },
  { id: 'editor.action.revealDefinition', title: 'Go to the definition', key: 'F12' },
  { id: 'editor.action.goToReferences', title: 'Show all references', key: 'Shift+F12' },
  { id: 'editor.action.rename', title: 'Rename everywhere', key: 'F2' },
  { id: 'editor.action.quickFix', title: 'Show quick fixes', key: '$mod+.' },
  { id: 'editor.action.marker.nextInFiles', title: 'Go to the next problem', key: 'F8' },
  { id: 'isolab.toggleWordWrap', title: 'Wrap long lines, or not', key: 'Alt+Z' },
  { id: 'editor.action.quickCommand', title: 'Show all commands of the editor', key: 'F1' },
];

/**
 * Offers what an editor can do among the commands of the page.
 * @returns how to take it back.
 */
export function offerEditorCommands(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  return offerCommands(
    ACTIONS.map(
      ({ id, title, key }): Command => ({
        id: `editor.${id}`,
        title,
        group: 'Editor',
        ownKey: key,
        run() {
          editor.focus();
          editor.trigger('commands', id, null);
        },
      }),
    ),
  );
}
