import { editor, KeyCode } from 'monaco-editor/editor';

/** What the Tab key does, where somebody who uses the keyboard has to be told. */
export type TabHint = 'none' | 'indents' | 'leaves';

/** Nothing else is there that Escape would close. */
const NOTHING_TO_ESCAPE = [
  'editorTextFocus',
  '!editorHasSelection',
  '!editorHasMultipleSelections',
  '!suggestWidgetVisible',
  '!parameterHintsVisible',
  '!findWidgetVisible',
  '!editorHoverVisible',
  '!editorHoverFocused',
  '!renameInputVisible',
  '!inSnippetMode',
  '!markersNavigationVisible',
  '!referenceSearchVisible',
  '!codeActionMenuVisible',
  '!messageVisible',
].join(' && ');

/**
 * Nobody is trapped in the editor, where Tab indents: after Escape the next Tab, or Shift+Tab, leaves it.
 * Ctrl+M, as in VS Code, has Tab leave until it is pressed again.
 * @param tell hears what Tab does when somebody comes into the editor by Tab, and when that changes.
 * @returns how to stop.
 */
export function letTabLeave(
  code: editor.IStandaloneCodeEditor,
  tell: (hint: TabHint) => void,
): () => void {
  let escaped = false;
  let tabIsOurs = false;

  const tabLeaves = () => code.getOption(editor.EditorOption.tabFocusMode);
  const setEscaped = (now: boolean) => {
    if (escaped === now) return;
    escaped = now;
    code.updateOptions({ tabFocusMode: now });
  };

  const stops = [
    code.addAction({
      id: 'isolab.tabLeavesOnce',
      label: 'Let the Next Tab Leave the Editor',
      keybindings: [KeyCode.Escape],
      precondition: NOTHING_TO_ESCAPE,
      run: () => setEscaped(true),
    }),
    code.onKeyDown(({ keyCode }) => {
      tabIsOurs = keyCode === KeyCode.Tab;
      if (![KeyCode.Tab, KeyCode.Shift, KeyCode.Escape].includes(keyCode)) {
        setEscaped(false);
        tell(tabLeaves() ? 'leaves' : 'none');
      }
    }),
    code.onKeyUp(({ keyCode }) => {
      // It was pressed elsewhere, and led here.
      if (keyCode === KeyCode.Tab && !tabIsOurs) tell(tabLeaves() ? 'leaves' : 'indents');
      tabIsOurs = false;
    }),
    code.onDidBlurEditorWidget(() => {
      tabIsOurs = false;
      setEscaped(false);
      tell('none');
    }),
    code.onDidChangeConfiguration((changed) => {
      if (!changed.hasChanged(editor.EditorOption.tabFocusMode)) return;
      if (code.hasWidgetFocus()) tell(tabLeaves() ? 'leaves' : 'none');
    }),
  ];
  return () => {
    for (const stop of stops) stop.dispose();
  };
}
