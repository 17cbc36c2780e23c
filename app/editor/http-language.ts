import { languages } from 'monaco-editor/editor';

/** Colours `.http` files as VS Code's REST Client does. */
export function registerHttpLanguage(): void {
  languages.register({ id: 'http', extensions: ['.http'] });
  languages.setLanguageConfiguration('http', { comments: { lineComment: '#' } });
  languages.setMonarchTokensProvider('http', {
    tokenizer: {
      root: [
        [/^###.*$/, 'keyword'],
        [/^(\s*(?:#|\/\/)\s*)(@\w+)(.*)$/, ['comment', 'annotation', 'number']],
        [/^\s*(#|\/\/).*$/, 'comment'],
        [/^([A-Z]+)(\s+)(\S+)(.*)$/, ['type', '', 'string', 'comment']],
        [/^([\w-]+)(\s*:)(.*)$/, ['attribute.name', '', 'string']],
      ],
    },
  });
}
