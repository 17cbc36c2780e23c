import { encodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import type { ExistingRawSourceMap, Plugin } from '@rollup/browser';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { type Segment, SourceText } from '../module-text';
import { TranslationError } from '../translate';
import { translationOf } from '../translations';

/** Makes JavaScript of the modules that are TypeScript or hold JSX. */
export function translate(compilation: Compilation): Plugin {
  const { kinds, problems, texts } = compilation;
  return {
    name: 'translate',
    transform(text, id) {
      const path = pathOfId(id);
      if (path === undefined || !kinds.isCode(path)) return null;
      try {
        const translation = translationOf(compilation, path);
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
