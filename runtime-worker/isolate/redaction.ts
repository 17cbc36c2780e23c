/**
 * What a tail consumer does not get to see of a request, unless it asks: what looks like a secret.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/util.c%2B%2B (`redactUrl`)
 */

const REDACTED = 'REDACTED';

/** Names of headers in lower case whose values are secrets. */
const SECRET = /^cookie$|^set-cookie$|auth|jwt|key|secret|token/;

/** @param name In lower case. */
export function redactHeader(name: string, value: string): string {
  return SECRET.test(name) ? REDACTED : value;
}

/** Takes out what looks like an id in hexadecimal or base64, or like the number of a payment card. */
export function redactUrl(url: string): string {
  return url.replace(/[\w+-]+/g, (span) => (looksSecret(span) ? REDACTED : span));
}

function looksSecret(span: string): boolean {
  return isHexId(span) || isProbablyBase64(span) || isCardNumber(span);
}

function isHexId(span: string): boolean {
  return /^[\da-f+_-]*$/i.test(span) && count(span, /[\da-f]/gi) >= 32;
}

function isProbablyBase64(span: string): boolean {
  return span.length >= 21 && [/\d/g, /[A-Z]/g, /[a-z]/g].every((kind) => count(span, kind) >= 2);
}

function isCardNumber(span: string): boolean {
  if (!/^[\d+_-]*$/.test(span)) return false;
  const digits = span.replace(/\D/g, '');
  if (digits.length < 13 || digits.length > 19) return false;
  // Luhn's sum: from the end, every second digit counts twice.
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (1 + (index % 2));
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
