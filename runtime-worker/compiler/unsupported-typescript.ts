import type { Token } from 'sucrase/dist/esm/parser/tokenizer';
import { ContextualKeyword } from 'sucrase/dist/esm/parser/tokenizer/keywords';
import { TokenType } from 'sucrase/dist/esm/parser/tokenizer/types';

/** TypeScript that would be lost or broken without a word. */
export interface UnsupportedSyntax {
  readonly offset: number;
  readonly what: string;
}

const NAMESPACE =
  'TypeScript namespaces that hold values are not supported. Move them into a module of their own.';

/** Finds the syntax that cannot be translated, in the order of the text. */
export function findUnsupportedSyntax(
  tokens: readonly Token[],
  text: string,
): readonly UnsupportedSyntax[] {
  const found: UnsupportedSyntax[] = [];
  for (const [index, token] of tokens.entries()) {
    if (!isNamespace(tokens, index) || !holdsValues(tokens, index, text)) continue;
    found.push({ offset: token.start, what: NAMESPACE });
  }
  return found;
}

/** `namespace Name {` or `module A.B {`, outside of any other type. */
function isNamespace(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token?.isType === true &&
    (token.contextualKeyword === ContextualKeyword._namespace ||
      token.contextualKeyword === ContextualKeyword._module) &&
    tokens[index + 1]?.type === TokenType.name &&
    (tokens[index + 2]?.type === TokenType.braceL || tokens[index + 2]?.type === TokenType.dot) &&
    !isDeclared(tokens, index)
  );
}

function isDeclared(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.contextualKeyword === ContextualKeyword._declare;
}

const VALUE_DECLARATIONS: ReadonlySet<string> = new Set([
  'const',
  'let',
  'var',
  'function',
  'class',
  'enum',
]);

/** A namespace of types only is a type itself, and goes as types do. */
function holdsValues(tokens: readonly Token[], namespace: number, text: string): boolean {
  let depth = 0;
  for (let index = namespace; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type === TokenType.braceL) depth++;
    if (token?.type === TokenType.braceR && --depth === 0) return false;
    const declares = token && VALUE_DECLARATIONS.has(text.slice(token.start, token.end));
    if (depth === 1 && declares && !isDeclared(tokens, index)) return true;
  }
  return false;
}
