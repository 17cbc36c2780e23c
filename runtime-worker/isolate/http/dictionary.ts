import { isObject, wrongField } from './interface';

/** A field of what was given as `init`. */
export function fieldOf(dictionary: object, name: string): unknown {
  return Reflect.get(dictionary, name);
}

/** `cf` as it came: its JSON, frozen as a whole. What another isolate sends may be no JSON: then there is none. */
export function parsedCf(json: string): unknown {
  try {
    return JSON.parse(json, (_, value) => (isObject(value) ? Object.freeze(value) : value));
  } catch {
    return undefined;
  }
}

/**
 * `cf` as it is kept: its JSON.
 * @throws {TypeError} where it is no object.
 */
export function copyOfCf(cf: unknown, dictionary: string): unknown {
  if (cf === undefined) return undefined;
  if (!isObject(cf)) throw wrongField('cf', dictionary, 'Object');
  return JSON.parse(JSON.stringify(cf));
}
