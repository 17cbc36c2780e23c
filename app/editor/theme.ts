import { editor } from 'monaco-editor/editor';
import { followLook } from '../look/follow-look';

/**
 * Has Monaco look as the page does, whatever theme that has, and follow when that changes.
 * @returns how to stop following.
 */
export function followColorScheme(): () => void {
  applyTheme();
  return followLook(applyTheme);
}

function applyTheme(): void {
  const page = document.documentElement;
  const tokens = getComputedStyle(page);
  const token = (name: string) => longHex(tokens.getPropertyValue(name).trim());
  editor.defineTheme('isolab', {
    base: baseOf(token('--color-surface'), page.dataset.contrast === 'more'),
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

function baseOf(surface: string, contrast: boolean): editor.BuiltinTheme {
  const [red = 255, green = 255, blue = 255] = (surface.match(/[\da-f]{2}/gi) ?? []).map((part) =>
    Number.parseInt(part, 16),
  );
  const dark = red * 0.299 + green * 0.587 + blue * 0.114 < 128;
  if (contrast) return dark ? 'hc-black' : 'hc-light';
  return dark ? 'vs-dark' : 'vs';
}

/** Monaco reads `#rrggbb` alone; minified stylesheets have `#rgb`. */
function longHex(color: string): string {
  return color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
}
