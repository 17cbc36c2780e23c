import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import type { Files } from './files';

/** How JSX becomes calls. */
export type Jsx =
  | { readonly runtime: 'classic'; readonly factory: string; readonly fragment: string }
  | { readonly runtime: 'automatic'; readonly importSource: string };

/** What of `tsconfig.json` changes the code that comes out. */
export interface LanguageOptions {
  readonly jsx: Jsx;
  /** Imports are kept though only types are used of them, unless they say `type`. */
  readonly verbatimModuleSyntax: boolean;
}

/** A field of another type is the business of whoever checks types: here it counts as absent. */
const field = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined);

const TypeScriptConfiguration = v.object({
  compilerOptions: field(
    v.object({
      jsx: field(v.string()),
      jsxFactory: field(v.string()),
      jsxFragmentFactory: field(v.string()),
      jsxImportSource: field(v.string()),
      verbatimModuleSyntax: field(v.boolean()),
    }),
  ),
});

/** Reads `tsconfig.json`. One that is missing or cannot be read leaves everything at its default. */
export function readLanguageOptions(files: Files): LanguageOptions {
  const parsed = v.safeParse(
    TypeScriptConfiguration,
    parse(files.text('tsconfig.json') ?? '{}', [], { allowTrailingComma: true }),
  );
  const options = (parsed.success && parsed.output.compilerOptions) || {};
  return {
    jsx: jsxOf(options),
    verbatimModuleSyntax: options.verbatimModuleSyntax ?? false,
  };
}

function jsxOf(options: {
  readonly jsx?: string | undefined;
  readonly jsxFactory?: string | undefined;
  readonly jsxFragmentFactory?: string | undefined;
  readonly jsxImportSource?: string | undefined;
}): Jsx {
  const { jsx, jsxFactory, jsxFragmentFactory, jsxImportSource } = options;
  if (jsx === 'react-jsx' || jsx === 'react-jsxdev' || jsxImportSource !== undefined) {
    return { runtime: 'automatic', importSource: jsxImportSource ?? 'react' };
  }
  return {
    runtime: 'classic',
    factory: jsxFactory ?? 'React.createElement',
    fragment: jsxFragmentFactory ?? 'React.Fragment',
  };
}
