import type { Plugin, PluginContext } from '@rollup/browser';
import MagicString from 'magic-string';
import type { Compilation } from '../compilation';
import { pathOfId } from '../module-ids';
import { type Edit, segmentsAfterEditing } from '../module-text';
import { stringLiteral } from '../string-literal';
import { isNode, nodesOf, type SyntaxNode } from '../syntax-tree';

/** What a default export without a name is called until it is bundled. */
const DEFAULT = '$isolab_default';
const NUMBERED = /^(.+)\$\d+$/;
const SET_NAME = '$isolab_name';
const SET_NAME_DECLARATION = `const ${SET_NAME} = (value, name) => Object.defineProperty(value, 'name', { value: name, configurable: true }); `;

/** A default export of a function or class that may have no name. */
const MAY_LACK_NAME = /\bexport\s+default\s*(?:async\b|function\b|class\b|\(|[\w$]+\s*=>)/;

/**
 * Keeps the names that functions and classes see of themselves, as wrangler has esbuild do: the bundler
 * numbers the second of one name, and calls a default export without a name as its module.
 */
export function keepNames({ kinds, texts }: Compilation): Plugin {
  /** Names of modules that look as if the bundler had numbered them. */
  const numbered = new Set<string>();

  function nameOf(id: unknown): string | undefined {
    const name = isNode(id) && typeof id.name === 'string' ? id.name : '';
    const [, before] = NUMBERED.exec(name) ?? [];
    if (name === DEFAULT || before === DEFAULT) return 'default';
    return numbered.has(name) ? undefined : before;
  }

  return {
    name: 'keep-names',
    transform(code, id) {
      const path = pathOfId(id);
      if (path === undefined || !kinds.isCode(path) || !MAY_LACK_NAME.test(code)) return null;
      const edits =
        parsedOrNot(this.parse, code)?.body.flatMap((statement) =>
          nameOfDefault(statement, code),
        ) ?? [];
      if (edits.length === 0) return null;
      texts.get(path)?.rewritten(segmentsAfterEditing(edits));
      return edited(code, edits);
    },
    moduleParsed({ code }) {
      for (const name of code?.match(/[\w$]+\$\d+\b/g) ?? []) numbered.add(name);
    },
    renderChunk(code) {
      if (!/[\w$]\$\d/.test(code) && !code.includes(DEFAULT)) return null;
      const edits = [...nodesOf(this.parse(code))].flatMap((node) => namesKept(node, nameOf));
      if (edits.length === 0) return null;
      return edited(code, [{ start: 0, end: 0, text: SET_NAME_DECLARATION }, ...edits]);
    },
  };
}

function parsedOrNot(parse: PluginContext['parse'], code: string) {
  try {
    return parse(code, { jsx: true });
  } catch {
    // Rollup says what is wrong with it.
    return undefined;
  }
}

function edited(code: string, edits: readonly Edit[]) {
  const changed = new MagicString(code);
  for (const { start, text } of edits) changed.appendLeft(start, text);
  return { code: changed.toString(), map: changed.generateMap({ hires: true }).toString() };
}

function insertion(start: number, text: string): Edit {
  return { start, end: start, text };
}

function nameOfDefault(statement: unknown, code: string): Edit[] {
  if (!isNode(statement) || statement.type !== 'ExportDefaultDeclaration') return [];
  const { declaration } = statement;
  if (!isNode(declaration) || isNode(declaration.id)) return [];
  switch (declaration.type) {
    case 'ArrowFunctionExpression':
      // A property gives its name.
      return [
        insertion(declaration.start, '({ default: '),
        insertion(declaration.end, ' }).default'),
      ];
    case 'ClassDeclaration':
      return [insertion(declaration.start + 'class'.length, ` ${DEFAULT}`)];
    case 'FunctionDeclaration': {
      const head = /(?:async\s+)?function\s*\*?\s*(?=\()/y;
      head.lastIndex = declaration.start;
      return head.test(code) ? [insertion(head.lastIndex, ` ${DEFAULT}`)] : [];
    }
    default:
      return [];
  }
}

/** Gives a function or class of the bundled code the name that it had, where the bundler changed it. */
function namesKept(node: SyntaxNode, nameOf: (identifier: unknown) => string | undefined): Edit[] {
  const name = nameOf(node.id);
  if (name === undefined) return [];
  const literal = stringLiteral(name);
  const { id, body, init } = node;
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return isNode(body) && !hasStaticName(body)
        ? [insertion(body.start + 1, ` static { ${SET_NAME}(this, ${literal}); }`)]
        : [];
    case 'FunctionDeclaration':
      // The name is the bundler's, so it is an identifier.
      return isNode(id) ? [insertion(node.start, `${SET_NAME}(${id.name}, ${literal}); `)] : [];
    case 'VariableDeclarator':
      return isNode(init) && isAnonymous(init)
        ? [insertion(init.start, `${SET_NAME}(`), insertion(init.end, `, ${literal})`)]
        : [];
    default:
      return [];
  }
}

/** It says itself what its name is. */
function hasStaticName({ body: members }: SyntaxNode): boolean {
  return (
    Array.isArray(members) &&
    members.some(
      (member) =>
        isNode(member) &&
        member.static === true &&
        isNode(member.key) &&
        member.key.name === 'name',
    )
  );
}

function isAnonymous({ type, id }: SyntaxNode): boolean {
  return /^(?:ArrowFunction|Function|Class)Expression$/.test(type) && !isNode(id);
}
