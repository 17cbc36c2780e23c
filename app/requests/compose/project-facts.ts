import { parse } from 'jsonc-parser';
import { type ProjectFiles, readServices } from '../../../runtime-worker/index';

/** What of a project an event can name. */
export interface ProjectFacts {
  /** Names of its worker services, the main one first. */
  readonly services: readonly string[];
  readonly crons: readonly string[];
  readonly queues: readonly string[];
}

/** Reads the services and triggers of a project; of one that cannot be read there is nothing to tell. */
export function factsOf(files: ProjectFiles): ProjectFacts {
  return {
    services: servicesOf(files),
    crons: textsAt(files, ['triggers', 'crons']),
    queues: textsAt(files, ['queues', 'consumers']),
  };
}

function servicesOf(files: ProjectFiles): readonly string[] {
  try {
    return readServices(files).map(({ name }) => name);
  } catch {
    return [];
  }
}

/** The texts in a list of the configurations: those themselves, or the `queue` of each object. */
function textsAt(files: ProjectFiles, path: readonly string[]): string[] {
  const found = Object.entries(files).flatMap(([name, content]) => {
    if (!/(^|\/)wrangler\.jsonc?$/.test(name) || typeof content !== 'string') return [];
    let value: unknown = parse(content, [], { allowTrailingComma: true });
    for (const key of path) value = property(value, key);
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown) => {
      const text = typeof item === 'string' ? item : property(item, 'queue');
      return typeof text === 'string' ? [text] : [];
    });
  });
  return [...new Set(found)];
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
