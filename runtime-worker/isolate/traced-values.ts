import { RELATED_LIMIT, TRACE_BYTES } from '../bounds';
import type { TracedValues } from '../protocol';
import { described } from './thrown';

// Taken before user code can replace them.
const { stringify } = JSON;
const { isArray } = Array;
const { apply, get, getPrototypeOf } = Reflect;
const objectPrototype = Object.prototype;
const objectText = Object.prototype.toString;

/**
 * What was logged, for those who tail the service.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/io/worker.c%2B%2B (`Worker::handleLog`)
 */
export function tracedValues(values: readonly unknown[]): TracedValues {
  const json = `[${values.map(jsonOf).join(', ')}]`;
  const errors = values
    .flatMap((value, index) => (isError(value) ? [{ index, ...described(value) }] : []))
    .slice(0, RELATED_LIMIT);
  return { json: json.slice(0, TRACE_BYTES + 1), ...(errors.length > 0 && { errors }) };
}

/** What has a text of its own is told as that, and what cannot be told as an empty object. */
function jsonOf(value: unknown): string {
  try {
    return isJson(value) ? (stringify(value) ?? 'null') : stringify(`${value}`);
  } catch {
    return '{}';
  }
}

function isJson(value: unknown): boolean {
  if (typeof value === 'symbol' || typeof value === 'bigint') return false;
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return true;
  if (isArray(value) || typeof get(value, 'toJSON') === 'function') return true;
  const prototype = getPrototypeOf(value);
  return prototype === objectPrototype || prototype === null;
}

function isError(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && apply(objectText, value, []) === '[object Error]'
  );
}
