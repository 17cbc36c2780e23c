import { HEADERS, TEXT_LIMIT } from '../bounds';

/** The parts of a request or a response that are no body. */
interface Head {
  readonly url?: string;
  readonly statusText?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Refuses what the supervisor would refuse, before it is sent: the page that has to take a text of 50 MB first
 * answers no key meanwhile, and who waits for the answer hears nothing.
 *
 * @throws {TypeError} which says what is too large, and how large it may be
 */
export function checkHead(
  of: 'request' | 'response',
  { url = '', statusText = '', headers }: Head,
) {
  if (headers.length > HEADERS) {
    throw new TypeError(`A ${of} can have ${counted(HEADERS)} headers here: this one has more.`);
  }
  checkText(`The URL of a ${of}`, url);
  checkText(`The status text of a ${of}`, statusText);
  for (const [name, value] of headers) {
    checkText(`The name of a ${of}'s header`, name);
    checkText(`The header "${name}" of a ${of}`, value);
  }
}

function checkText(what: string, { length }: string): void {
  if (length <= TEXT_LIMIT) return;
  throw new TypeError(
    `${what} can have ${counted(TEXT_LIMIT)} characters here: this one has ${counted(length)}.`,
  );
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
