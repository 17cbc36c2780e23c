import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import { bindingsIn, meaningOf } from './configuration-keys';
import type { Diagnostic } from './diagnostic';
import type { Position } from './events';
import { ProjectError } from './project-error';
import { POLICIES } from './settings';

const Name = v.pipe(v.string('must be a string'), v.nonEmpty('must not be empty'));

/** A record of valibot's would drop names such as `constructor`. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is read of a `wrangler.jsonc`. */
const Fields = v.object({
  name: v.optional(Name),
  main: v.optional(Name),
  compatibility_date: v.optional(v.string('must be a string')),
  compatibility_flags: v.optional(v.array(v.string('must be a string'))),
  vars: v.optional(v.custom<Readonly<Record<string, unknown>>>(isObject, 'must be an object')),
  rules: v.optional(
    v.array(
      v.object({
        type: v.picklist(['ESModule', 'CommonJS', 'Text', 'Data', 'CompiledWasm']),
        globs: v.array(v.string()),
        fallthrough: v.optional(v.boolean()),
      }),
    ),
  ),
  services: v.optional(
    v.array(
      v.object({
        binding: Name,
        service: Name,
        entrypoint: v.optional(v.string()),
        props: v.optional(v.record(v.string(), v.unknown())),
      }),
    ),
  ),
  tail_consumers: v.optional(v.array(v.object({ service: Name }))),
  limits: v.optional(
    v.object({
      cpu_ms: v.optional(v.pipe(v.number(), v.minValue(1))),
      subrequests: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  /** Our own key, which wrangler does not know. */
  isolab: v.optional(
    v.object({
      policy: v.optional(v.picklist(POLICIES)),
      startup: v.optional(v.picklist(['firstEvent', 'atOnce'])),
      limiter: v.optional(v.boolean()),
      outbound: v.optional(Name),
      cdn: v.optional(v.pipe(v.string(), v.url('must be a URL'))),
    }),
  ),
});
export type Fields = v.InferOutput<typeof Fields>;

/** A configuration as it was read. */
export interface Configuration {
  readonly fields: Fields;
  readonly warnings: readonly Diagnostic[];
  /** Bindings that it asks for and that are not supported, and by which key. */
  readonly unsupportedBindings: Readonly<Record<string, string>>;
  /** Where a value stands, or the nearest around it. */
  readonly positionOf: (path: readonly (string | number)[]) => Position;
}

/** What a project without one runs with. */
export const NO_CONFIGURATION: Configuration = {
  fields: {},
  warnings: [],
  unsupportedBindings: {},
  positionOf: () => ({ file: '', line: 1, column: 1 }),
};

/**
 * Reads the text of a `wrangler.jsonc`.
 * @param file Its path, for positions.
 * @throws {ProjectError} where it does not parse, or where a field has the wrong type.
 */
export function readConfiguration(file: string, text: string): Configuration {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const at = (offset: number) => positionAt(file, text, offset);
  const [error] = errors;
  if (error || !tree) {
    const code = error ? printParseErrorCode(error.error) : 'ValueExpected';
    throw new ProjectError(
      `not valid JSON with comments: ${code}`,
      at(error?.offset ?? text.length),
    );
  }
  const positionOf = (path: readonly (string | number)[]): Position => {
    const node = findNodeAtLocation(tree, [...path]);
    return node || path.length === 0 ? at(node?.offset ?? 0) : positionOf(path.slice(0, -1));
  };
  const checked = v.safeParse(Fields, getNodeValue(tree));
  if (!checked.success) {
    const [issue] = checked.issues;
    const path = (issue.path ?? []).map(({ key }) => key).filter(isPlain);
    const key = v.getDotPath(issue);
    throw new ProjectError(`${key ? `"${key}": ` : ''}${issue.message}`, positionOf(path));
  }
  const warnings: Diagnostic[] = [];
  const unsupportedBindings: Record<string, string> = {};
  const warn = (message: string, position: Position) =>
    warnings.push({ severity: 'warning', error: { name: 'Warning', message, position } });
  for (const { key, keyNode, value } of propertiesOf(tree)) {
    const said = warningAbout(key, value);
    if (said !== undefined) warn(said, at(keyNode.offset));
    if (meaningOf(key)?.kind !== 'bindings') continue;
    for (const binding of bindingsIn(value)) unsupportedBindings[binding] = key;
  }
  warnAboutDate(checked.output.compatibility_date, (message) =>
    warn(message, positionOf(['compatibility_date'])),
  );
  return { fields: checked.output, warnings, unsupportedBindings, positionOf };
}

function propertiesOf(tree: Node) {
  return (tree.children ?? []).flatMap(({ children = [] }) => {
    const [keyNode, valueNode] = children;
    if (!keyNode) return [];
    const value: unknown = valueNode && getNodeValue(valueNode);
    return [{ key: String(keyNode.value), keyNode, value }];
  });
}

/** What is said of a key; nothing, where it is read or has nothing to do here. */
function warningAbout(key: string, value: unknown): string | undefined {
  const meaning = meaningOf(key);
  // As wrangler words it.
  if (!meaning) return `Unexpected fields found in top-level field: "${key}"`;
  if (meaning.kind === 'supported' || meaning.kind === 'harmless') return undefined;
  const not = `"${key}" is not supported in this playground`;
  if (meaning.kind === 'unsupported')
    return `${not}${meaning.instead ? `: ${meaning.instead}` : ''}.`;
  const names = bindingsIn(value);
  // Consumers of queues have none: their events are fired by hand.
  if (names.length === 0) return key === 'queues' ? undefined : `${not}.`;
  return `${not}: ${names.map((name) => `env.${name}`).join(' and ')} will throw where code uses it.`;
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function warnAboutDate(date: string | undefined, warn: (message: string) => void): void {
  if (date === undefined) {
    // As wrangler words it, but for the date: this runtime has one behaviour.
    warn('No compatibility_date was specified. Add one to your Wrangler configuration file.');
  } else if (!DATE.test(date) || Number.isNaN(Date.parse(date))) {
    warn(`"compatibility_date" is no date as in "2026-08-01": ${JSON.stringify(date)}.`);
  }
}

function isPlain(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number';
}

function positionAt(file: string, text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return {
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
