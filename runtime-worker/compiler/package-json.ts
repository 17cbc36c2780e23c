import { applyEdits, type JSONPath, modify, parse } from 'jsonc-parser';
import * as v from 'valibot';
import type { PackageJsonChange, ResolvedVersion } from '../resolved-versions';
import type { Files } from './files';

export const PACKAGE_JSON = 'package.json';

/** A field of another form counts as absent: npm has its own words for it. */
const field = v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined);

const PackageJson = v.object({
  dependencies: field,
  devDependencies: field,
  overrides: field,
});

/** Which versions of npm packages a project wants. */
export class WantedVersions {
  readonly #content: v.InferOutput<typeof PackageJson>;

  constructor(text: string | undefined) {
    const parsed: unknown = parse(text ?? '{}', [], { allowTrailingComma: true });
    const checked = v.safeParse(PackageJson, parsed);
    this.#content = checked.success ? checked.output : {};
  }

  /** The range, tag or version of a package that the project imports. */
  of(name: string): string | undefined {
    return textIn(this.#content.dependencies, name) ?? textIn(this.#content.devDependencies, name);
  }

  /** The version that stands for the range in which a package wants another. */
  override(name: string, wanted: string): string | undefined {
    return textIn(this.#content.overrides, overrideKey(name, wanted));
  }
}

/**
 * Names the versions that were looked up in a project's `package.json`: of its own dependencies where
 * they stand, of those of packages in `overrides`.
 * @returns `undefined` where there is nothing to write.
 */
export function changeOfPackageJson(
  files: Files,
  resolved: readonly ResolvedVersion[],
): PackageJsonChange | undefined {
  const before = files.text(PACKAGE_JSON);
  let after = before ?? '{}\n';
  for (const { name, wanted, version, direct } of resolved) {
    if (direct) after = written(after, [fieldOf(after, name), name], version);
    else if (wanted) after = written(after, ['overrides', overrideKey(name, wanted)], version);
  }
  return resolved.length === 0 || after === before ? undefined : { before, after };
}

/** As npm has it: the package in a range, and what stands for it. */
function overrideKey(name: string, wanted: string): string {
  return `${name}@${wanted}`;
}

function fieldOf(text: string, name: string): 'dependencies' | 'devDependencies' {
  const parsed = v.safeParse(PackageJson, parse(text, [], { allowTrailingComma: true }));
  const { dependencies, devDependencies } = parsed.success ? parsed.output : {};
  const isDevelopment =
    textIn(dependencies, name) === undefined && textIn(devDependencies, name) !== undefined;
  return isDevelopment ? 'devDependencies' : 'dependencies';
}

function written(text: string, path: JSONPath, version: string): string {
  const tab = /^\t/m.test(text);
  const formattingOptions = { insertSpaces: !tab, tabSize: 2, insertFinalNewline: true };
  return applyEdits(text, modify(text, path, version, { formattingOptions }));
}

function textIn(record: Readonly<Record<string, unknown>> | undefined, key: string) {
  const value = record && Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
