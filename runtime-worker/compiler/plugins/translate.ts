import { encodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import type { ExistingRawSourceMap, Plugin } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { moduleKindOf } from '../module-kinds';
import { type Segment, SourceText } from '../module-text';
import {
  type Translation,
  TranslationError,
  translateJsx,
  translateTypeScript,
} from '../translate';
import type { LanguageOptions } from '../tsconfig';

/** Makes JavaScript of the modules that are TypeScript or hold JSX. */
export function translate({ problems, texts }: Compilation, options: LanguageOptions): Plugin {
  return {
    name: 'translate',
    transform(text, id) {
      const path = pathOfId(id);
      if (path === undefined) return null;
      try {
        const translation = translationOf(path, text, options);
        if (!translation) return null;
        const { code, segments } = translation;
        texts.get(path)?.rewritten(segments);
        return { code, map: sourceMap(path, text, code, segments) };
      } catch (error) {
        if (!(error instanceof TranslationError)) throw error;
        problems.error('SyntaxError', error.message, texts.get(path)?.positionAt(error.offset));
        return { code: '', map: null };
      }
    },
  };
}

function translationOf(
  path: string,
  text: string,
  options: LanguageOptions,
): Translation | undefined {
  switch (moduleKindOf(path)) {
    case 'typescript':
      return translateTypeScript(text, { jsx: false }, options);
    case 'typescript-jsx':
      return translateTypeScript(text, { jsx: true }, options);
    case 'javascript':
      return translateJavaScript(text, options);
    default:
      return undefined;
  }
}

function translateJavaScript(text: string, options: LanguageOptions): Translation | undefined {
  try {
    return translateJsx(text, options);
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    // Rollup reads it next, and says more of what is wrong with JavaScript.
    return undefined;
  }
}

/** A source map with exactly the given segments. */
function sourceMap(
  path: string,
  text: string,
  code: string,
  segments: readonly Segment[],
): ExistingRawSourceMap {
  const original = new SourceText(path, text);
  const generated = new SourceText(path, code);
  const mappings: [number, number, number, number][][] = [];
  for (const { to, from } of segments) {
    const { line, column } = generated.lineAndColumnAt(to);
    while (mappings.length <= line) mappings.push([]);
    const source = original.lineAndColumnAt(from);
    mappings[line]?.push([column, 0, source.line, source.column]);
  }
  const map = { version: 3 as const, names: [], sources: [path] };
  return { ...map, mappings: encodedMappings(new TraceMap({ ...map, mappings })) };
}
