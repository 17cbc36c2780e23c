/** What the editor of the open file can be asked to do, once it is there. */
interface OpenEditor {
  /** Does one of Monaco's actions, by its id. */
  run(action: string): void;
}

let open: OpenEditor | undefined;

/** @returns how to take it away again. */
export function setOpenEditor(editor: OpenEditor): () => void {
  open = editor;
  return () => {
    if (open === editor) open = undefined;
  };
}

/** An action of the editor, for a list of commands. `keys` are Monaco's own. @public */
export interface EditorAction {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  /** Says whether it could be done: not before the editor is loaded. */
  readonly run: () => boolean;
}

function action(id: string, label: string, keys: string): EditorAction {
  return {
    id,
    label,
    keys,
    run() {
      open?.run(id);
      return open !== undefined;
    },
  };
}

const FORMAT = action('editor.action.formatDocument', 'Format the open file', 'Shift+Alt+F');

/** What is worth a line in the page's list of commands; the editor's own palette (F1) has all. @public */
export const EDITOR_ACTIONS: readonly EditorAction[] = [
  FORMAT,
  action('actions.find', 'Find in the open file', 'Mod+F'),
  action('editor.action.startFindReplaceAction', 'Replace in the open file', 'Mod+H'),
  action('editor.action.gotoLine', 'Go to a line', 'Mod+G'),
  action('editor.action.quickOutline', 'Go to a symbol of the open file', 'Mod+Shift+O'),
  action('editor.action.revealDefinition', 'Go to the definition', 'F12'),
  action('editor.action.goToReferences', 'Show all references', 'Shift+F12'),
  action('editor.action.rename', 'Rename the symbol', 'F2'),
  action('editor.action.quickFix', 'Show quick fixes', 'Mod+.'),
  action('editor.action.marker.nextInFiles', 'Go to the next problem', 'F8'),
  action('isolab.toggleWordWrap', 'Wrap long lines, or not', 'Alt+Z'),
  action('editor.action.toggleTabFocusMode', 'Let Tab leave the editor, or indent', 'Ctrl+M'),
  action('editor.action.quickCommand', 'Show all commands of the editor', 'F1'),
];

/** Formats the open file with Prettier; says whether the editor was there to do so. @public */
export function formatOpenFile(): boolean {
  return FORMAT.run();
}
