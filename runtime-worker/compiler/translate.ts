import type { Options, Transform } from 'sucrase';
import { HelperManager } from 'sucrase/dist/esm/HelperManager';
import identifyShadowedGlobals from 'sucrase/dist/esm/identifyShadowedGlobals';
import NameManager from 'sucrase/dist/esm/NameManager';
import { parse } from 'sucrase/dist/esm/parser';
import type { Token } from 'sucrase/dist/esm/parser/tokenizer';
import { TokenType } from 'sucrase/dist/esm/parser/tokenizer/types';
import TokenProcessor from 'sucrase/dist/esm/TokenProcessor';
import RootTransformer from 'sucrase/dist/esm/transformers/RootTransformer';
import getTSImportedNames from 'sucrase/dist/esm/util/getTSImportedNames';
import type { Segment } from './module-text';
import type { Jsx, LanguageOptions } from './tsconfig';
import { findUnsupportedSyntax } from './unsupported-typescript';

/** A module that cannot be made JavaScript: what is wrong, and at which offset. */
export class TranslationError extends Error {
  override readonly name = 'TranslationError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

export interface Translation {
  /** JavaScript. */
  readonly code: string;
  /** Where each token of it begins and ends in the module; ascending. */
  readonly segments: readonly Segment[];
}

/**
 * Makes JavaScript of TypeScript, token by token: types go; enums, parameter properties and JSX become
 * code. Types are not checked. Imports of which only types are used go too, as under `isolatedModules`.
 * @param syntax whether `<` may begin JSX, or only a type
 * @throws {TranslationError} where the text does not parse, or holds what cannot be translated
 */
export function translateTypeScript(
  text: string,
  syntax: { readonly jsx: boolean },
  options: LanguageOptions,
): Translation {
  return translating(text, () => {
    const parsed = parse(text, syntax.jsx, true, false);
    const [unsupported] = findUnsupportedSyntax(parsed.tokens, text);
    if (unsupported) throw new TranslationError(unsupported.what, unsupported.offset);
    return transform(text, parsed, syntax.jsx ? ['typescript', 'jsx'] : ['typescript'], options);
  });
}

/**
 * Makes plain JavaScript of JavaScript with JSX. `undefined`: there is no JSX in it.
 * @throws {TranslationError} where the text does not parse
 */
export function translateJsx(text: string, options: LanguageOptions): Translation | undefined {
  // Most modules are out at once: JSX begins with `<` before a name or a `>`.
  if (!/<[\p{ID_Start}$_>]/u.test(text)) return undefined;
  return translating(text, () => {
    const parsed = parse(text, true, false, false);
    if (!parsed.tokens.some(({ type }) => type === TokenType.jsxTagStart)) return undefined;
    return transform(text, parsed, ['jsx'], options);
  });
}

function translating<Result>(text: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!isAboutModule(error)) throw error;
    // Those of its parser have `pos`, and ` (line:column)` in the message.
    const offset = 'pos' in error && typeof error.pos === 'number' ? error.pos : text.length;
    throw new TranslationError(wordsOf(error.message, text, offset), offset);
  }
}

/** Sucrase throws these two; any other, as of a stack that is full, is a failure. */
function isAboutModule(error: unknown): error is Error {
  return error instanceof SyntaxError || (error instanceof Error && error.constructor === Error);
}

type Parsed = ReturnType<typeof parse>;

function wordsOf(message: string, text: string, offset: number): string {
  const what = message.replace(/ \(\d+:\d+\)$/, '');
  const found = /^(?:[\w$]{1,40}|\S)/u.exec(text.slice(offset, offset + 40))?.[0];
  if (found === undefined) return `${what}: the file ends here.`;
  return `${what}: found \`${found}\`.`;
}

function transform(
  text: string,
  { tokens, scopes }: Parsed,
  transforms: Transform[],
  { jsx, verbatimModuleSyntax }: LanguageOptions,
): Translation {
  const nameManager = new NameManager(text, tokens);
  const helperManager = new HelperManager(nameManager);
  const tokenProcessor = new TokenProcessor(text, tokens, false, true, helperManager);
  if (transforms.includes('typescript') && !verbatimModuleSyntax) {
    identifyShadowedGlobals(tokenProcessor, scopes, getTSImportedNames(tokenProcessor));
  }
  const { code, mappings } = new RootTransformer(
    { tokenProcessor, scopes, nameManager, importProcessor: null, helperManager },
    transforms,
    false,
    {
      transforms,
      disableESTransforms: true,
      keepUnusedImports: verbatimModuleSyntax,
      ...jsxOptions(jsx),
    },
  ).transform();
  return { code, segments: segmentsOf(text, tokens, code, mappings) };
}

function jsxOptions(jsx: Jsx): Partial<Options> {
  // Without `production` each element would carry its file and line.
  return jsx.runtime === 'classic'
    ? {
        jsxRuntime: 'classic',
        jsxPragma: jsx.factory,
        jsxFragmentPragma: jsx.fragment,
        production: true,
      }
    : { jsxRuntime: 'automatic', jsxImportSource: jsx.importSource, production: true };
}

/** A segment at the start of each token that is still there, and one at its end if it was copied. */
function segmentsOf(
  text: string,
  tokens: readonly Token[],
  code: string,
  mappings: readonly (number | undefined)[],
): readonly Segment[] {
  // By offset in the code: of tokens at one place the last is there, those before it are gone.
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    const to = mappings[index];
    if (to === undefined) continue;
    starts.set(to, token.start);
    const length = token.end - token.start;
    if (length > 0 && code.startsWith(text.slice(token.start, token.end), to)) {
      ends.set(to + length, token.end);
    }
  }
  return [...new Map([...ends, ...starts])]
    .map(([to, from]) => ({ to, from }))
    .sort((a, b) => a.to - b.to);
}
