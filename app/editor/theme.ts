import { editor } from 'monaco-editor/editor';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/**
 * Has Monaco look as the page does, light or dark, and follow when the system changes.
 * @returns how to stop following.
 */
export function followColorScheme(): () => void {
  applyTheme();
  DARK.addEventListener('change', applyTheme);
  return () => DARK.removeEventListener('change', applyTheme);
}

function applyTheme(): void {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string) => longHex(tokens.getPropertyValue(name).trim());
  editor.defineTheme('isolab', {
    base: DARK.matches ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'comment', foreground: token('--color-text-muted') },
      { token: 'keyword', foreground: token('--color-link') },
      { token: 'annotation', foreground: token('--color-link') },
      { token: 'string', foreground: token('--color-body') },
      { token: 'string.key.json', foreground: token('--color-text') },
      { token: 'string.value.json', foreground: token('--color-body') },
      { token: 'number', foreground: token('--color-outcome-exception') },
      { token: 'type', foreground: token('--color-outcome-other') },
      { token: 'attribute.name', foreground: token('--color-outcome-other') },
    ],
    colors: {
      'editor.background': token('--color-surface'),
      'editor.foreground': token('--color-text'),
      'editorLineNumber.foreground': token('--color-text-muted'),
      'editorLineNumber.activeForeground': token('--color-text'),
      'editor.lineHighlightBackground': token('--color-surface-raised'),
      'editor.lineHighlightBorder': '#00000000',
      'editorWidget.background': token('--color-surface-raised'),
      'editorWidget.foreground': token('--color-text'),
      'editorWidget.border': token('--color-border'),
      'editorHoverWidget.background': token('--color-surface-raised'),
      'editorHoverWidget.border': token('--color-border'),
      'textLink.foreground': token('--color-link'),
      'textLink.activeForeground': token('--color-link'),
      focusBorder: token('--color-focus'),
    },
  });
  editor.setTheme('isolab');
}

/** Monaco reads `#rrggbb` alone; minified stylesheets have `#rgb`. */
function longHex(color: string): string {
  return color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
}
