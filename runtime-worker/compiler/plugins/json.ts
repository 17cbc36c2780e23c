import type { Plugin } from '@rollup/browser';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { SourceText } from '../module-text';
import { reasonOf } from '../problems';
import { stringLiteral } from '../string-literal';

/** A JSON file's default export is its value; its keys are exports too. */
export function json({ files, kinds, problems }: Compilation): Plugin {
  return {
    name: 'json',
    load(id) {
      const path = pathOfId(id);
      if (path === undefined || kinds.of(path) !== 'json') return null;
      const text = files.text(path) ?? '';
      try {
        return moduleOf(text, JSON.parse(text));
      } catch (thrown) {
        const [error] = errorsIn(text);
        const what = error
          ? `Not valid JSON: ${wordsOf(error)}.`
          : `Not valid JSON: ${reasonOf(thrown)}`;
        const position = new SourceText(path, text).positionAt(error?.offset ?? 0);
        problems.error('SyntaxError', what, position);
        return '';
      }
    },
  };
}

function errorsIn(text: string): readonly ParseError[] {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors;
}

/** `CommaExpected` -> `comma expected`. */
function wordsOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function moduleOf(text: string, value: unknown): string {
  // Parsed when it runs, not written as a literal: in a literal the key `__proto__` is the prototype.
  const lines = [`const json = JSON.parse(${stringLiteral(text)});`, 'export default json;'];
  for (const [index, key] of exportedKeys(value).entries()) {
    lines.push(`const key${index} = json[${stringLiteral(key)}];`);
    lines.push(`export { key${index} as ${stringLiteral(key)} };`);
  }
  return lines.join('\n');
}

function exportedKeys(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  // An export's name cannot hold half of a surrogate pair.
  return Object.keys(value).filter(
    (key) => key !== 'default' && key !== '__proto__' && key.isWellFormed(),
  );
}
