import { editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import { followLook } from '../look/follow-look';

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  model: null,
  theme: 'isolab',
  automaticLayout: true,
  lineNumbersMinChars: 3,
  // Folding adds 16 px of its own.
  lineDecorationsWidth: 0,
  glyphMargin: false,
  padding: { top: 8, bottom: 8 },
  minimap: { enabled: false },
  overviewRulerLanes: 2,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  fixedOverflowWidgets: true,
  tabSize: 2,
  wordBasedSuggestions: 'currentDocument',
  // ms. The list costs more than a frame at each key: it comes when one pauses.
  quickSuggestionsDelay: 100,
};

/** The editor as this page has it, without a file yet. */
export function createEditor(host: HTMLElement): editor.IStandaloneCodeEditor {
  const code = editor.create(host, { ...OPTIONS, ...typeSize(), fontFamily: monoFont() });
  code.onDidDispose(followLook(() => code.updateOptions(typeSize())));
  code.addAction({
    id: 'isolab.toggleWordWrap',
    label: 'Toggle Word Wrap',
    keybindings: [KeyMod.Alt | KeyCode.KeyZ],
    run() {
      const wraps = code.getOption(editor.EditorOption.wordWrap) !== 'off';
      code.updateOptions({ wordWrap: wraps ? 'off' : 'on' });
    },
  });
  return code;
}

/** Shows a file in the editor, or none. */
export function showFile(
  code: editor.IStandaloneCodeEditor,
  model: editor.ITextModel | null,
  { name, readOnly }: { readonly name: string; readonly readOnly: boolean },
): void {
  code.setModel(model);
  const strings = model?.getLanguageId() === 'json';
  code.updateOptions({
    readOnly,
    ariaLabel: `Code of ${name}${readOnly ? ', read-only' : ''}`,
    // What may stand in a configuration stands in quotes.
    quickSuggestions: { other: true, comments: false, strings },
  });
}

/** CSS pixels. Monaco is not zoomed as the page is, for it would take the pointer to be elsewhere. */
function typeSize() {
  const zoom = Number(getComputedStyle(document.documentElement).getPropertyValue('--page-zoom'));
  return { fontSize: Math.round(13 * zoom), lineHeight: Math.round(20 * zoom) };
}

/** Monaco measures the font itself, so it must have its name, not a variable. */
function monoFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim();
}
