import { editor } from 'monaco-editor/editor';

/**
 * Has Monaco look as the page does, light or dark, and follow when the system changes.
 * @returns how to stop following.
 */
export function followColorScheme(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const tokens = getComputedStyle(document.documentElement);
    const token = (name: string) => longHex(tokens.getPropertyValue(name).trim());
    editor.defineTheme('isolab', {
      base: dark.matches ? 'vs-dark' : 'vs',
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
        'editorWidget.border': token('--color-border'),
        'editorHoverWidget.background': token('--color-surface-raised'),
        'editorHoverWidget.border': token('--color-border'),
        focusBorder: token('--color-focus'),
      },
    });
    editor.setTheme('isolab');
  };
  apply();
  dark.addEventListener('change', apply);
  return () => dark.removeEventListener('change', apply);
}

/** Monaco reads `#rrggbb` alone; minified stylesheets have `#rgb`. */
function longHex(color: string): string {
  return color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
}
