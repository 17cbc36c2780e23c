import type { Compilation } from './compilation';
import type { ModuleKind } from './module-kinds';
import { type Translation, TranslationError, translateJsx, translateTypeScript } from './translate';
import type { LanguageOptions } from './tsconfig';

/**
 * The JavaScript of a file that is TypeScript or holds JSX, made once. `undefined`: it is JavaScript.
 * @throws {TranslationError} where it cannot be translated
 */
export function translationOf(compilation: Compilation, path: string): Translation | undefined {
  const { files, kinds, language, translations } = compilation;
  if (!translations.has(path)) {
    translations.set(path, translated(kinds.of(path), files.text(path) ?? '', language));
  }
  return translations.get(path);
}

function translated(
  kind: ModuleKind | undefined,
  text: string,
  options: LanguageOptions,
): Translation | undefined {
  switch (kind) {
    case 'typescript':
      return translateTypeScript(text, { jsx: false }, options);
    case 'typescript-jsx':
      return translateTypeScript(text, { jsx: true }, options);
    case 'javascript':
      return translatedJavaScript(text, options);
    default:
      return undefined;
  }
}

function translatedJavaScript(text: string, options: LanguageOptions): Translation | undefined {
  try {
    return translateJsx(text, options);
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    // Rollup reads it next, and says more of what is wrong with JavaScript.
    return undefined;
  }
}
