import { isObject, wrongField } from './interface';

/** A field of what was given as `init`. */
export function fieldOf(dictionary: object, name: string): unknown {
  return Reflect.get(dictionary, name);
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
