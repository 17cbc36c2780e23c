import { expect, test } from 'vitest';
import { redactHeader, redactUrl } from './redaction';

const REDACTED = 'https://a.example/REDACTED/x';
const redacted = (span: string) => redactUrl(`https://a.example/${span}/x`) === REDACTED;

test('what looks like an id in hexadecimal is taken out', () => {
  expect(redacted('0123456789abcdef0123456789abcdef')).toBe(true);
  expect(redacted('0123456789abcdef-0123456789ABCDEF')).toBe(true);
  expect(redacted('0123456789abcdef0123456789abcde')).toBe(false);
  expect(redacted('0123456789abcdef0123456789abcdefg')).toBe(false);
});

test('what looks like an id in base64 is taken out', () => {
  expect(redacted('01234567890123456azAZ')).toBe(true);
  expect(redacted('0123456789012345azAZ')).toBe(false);
  expect(redacted('IThinkIShallNeverSee0')).toBe(false);
});

test('what looks like the number of a payment card is taken out', () => {
  expect(redacted('4111111111111111')).toBe(true);
  expect(redacted('4111-1111-1111-1111')).toBe(true);
  expect(redacted('4111111111111112')).toBe(false);
  expect(redacted('79927398713')).toBe(false);
});

test('the rest of the URL stays', () => {
  expect(redactUrl('https://a.example/path?a=1&b=2')).toBe('https://a.example/path?a=1&b=2');
});

test('headers whose names speak of a secret are taken out', () => {
  for (const name of ['authorization', 'cookie', 'x-api-key', 'x-jwt', 'my-token', 'x-secret']) {
    expect(redactHeader(name, 'value')).toBe('REDACTED');
  }
  expect(redactHeader('accept', 'value')).toBe('value');
  expect(redactHeader('cookies', 'value')).toBe('value');
});
