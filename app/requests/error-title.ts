import type { ErrorInfo } from '../../runtime-worker/index';

/** Name and message of an error, without the place that some messages begin with: it is shown beside. */
export function errorTitle({ name, message, position }: ErrorInfo): string {
  const place = position ? `${position.file}:${position.line}:${position.column}: ` : '';
  return `${name}: ${message.startsWith(place) ? message.slice(place.length) : message}`;
}
