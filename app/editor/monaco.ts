/**
 * Monaco with the features and languages that a Workers project needs. Loaded after the page stands.
 *
 * Left out of Monaco's features: what needs a provider that no language here has (code lenses, inlay
 * hints, inline completions, semantic colours), the editor of differences, and mouse and font gestures.
 */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/documentSymbols/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/links/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/quickOutline/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
// `features/suggest` brings words only for completion inside of a line, which nothing here has.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/features/wordPartOperations/register';
import 'monaco-editor/languages/definitions/css/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/typescript/register';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import 'monaco-editor/languages/features/css/register';
import CssWorker from 'monaco-editor/languages/features/css/css.worker.js?worker';
import 'monaco-editor/languages/features/html/register';
import HtmlWorker from 'monaco-editor/languages/features/html/html.worker.js?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker.js?worker';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { registerHttpLanguage } from './http-language';
import { configureTypeScript } from './typescript';
import TypeScriptWorker from './typescript.worker?worker';

self.MonacoEnvironment = {
  getWorker(_id, label) {
    switch (label) {
      case 'typescript':
        return new TypeScriptWorker();
      case 'json':
        return new JsonWorker();
      case 'css':
        return new CssWorker();
      case 'html':
        return new HtmlWorker();
      default:
        return new EditorWorker();
    }
  },
};

// wrangler reads its configuration, whatever the file is called, as JSON with comments.
jsonDefaults.setDiagnosticsOptions({
  validate: true,
  comments: 'ignore',
  trailingCommas: 'ignore',
  schemaRequest: 'ignore',
});

configureTypeScript();
registerHttpLanguage();

export * as monaco from 'monaco-editor/editor';
