import { editor, KeyCode, KeyMod, languages } from 'monaco-editor/editor';
import { cssDefaults } from 'monaco-editor/languages/features/css/register';
import { htmlDefaults } from 'monaco-editor/languages/features/html/register';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register';
import type { ProjectStore } from '../project/store';
import { pathOf } from './models';

const LANGUAGES = ['typescript', 'json', 'css', 'html', 'markdown'];

/**
 * Has Monaco format as Prettier does, which is loaded when it is first used. Monaco applies what differs:
 * the caret stays where it is, and undo takes one step. A text with wrong syntax is left, and the page
 * says why.
 * @returns how to stop.
 */
export function formatWithPrettier(project: ProjectStore): () => void {
  for (const defaults of [typescriptDefaults, jsonDefaults, cssDefaults, htmlDefaults]) {
    defaults.setModeConfiguration({
      ...defaults.modeConfiguration,
      documentFormattingEdits: false,
      documentRangeFormattingEdits: false,
    });
  }
  // Everywhere: Monaco has another key on Linux.
  const key = editor.addKeybindingRule({
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly',
  });
  /** What was last said of a text that was left as it was. */
  let said: string | undefined;
  const provider = languages.registerDocumentFormattingEditProvider(LANGUAGES, {
    displayName: 'Prettier',
    async provideDocumentFormattingEdits(model) {
      const path = pathOf(model.uri);
      const { files, notify } = project.getState();
      const say = (reason: string | undefined) => {
        // Other notices are not this one's to put away.
        if (reason !== undefined || project.getState().notice === said) notify(reason);
        said = reason;
      };
      try {
        const { prettierText } = await import('./prettier');
        const text = await prettierText(files, path, model.getValue());
        say(undefined);
        return text === undefined ? [] : [{ range: model.getFullModelRange(), text }];
      } catch (error) {
        say(reasonOf(error, path));
        return [];
      }
    },
  });
  return () => {
    provider.dispose();
    key.dispose();
  };
}

function reasonOf(error: unknown, path: string): string {
  if (error instanceof Error && error.name === 'UnformattableError') {
    return `Not formatted: ${error.message}`;
  }
  return `${path} could not be formatted: Prettier could not be loaded or failed. Try again. (${error})`;
}
