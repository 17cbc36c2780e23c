import { expect, test } from 'vitest';
import type { Thrown } from './protocol';
import { errorFrom } from './thrown-error';

const made = (thrown: Thrown) => errorFrom(thrown, ({ name, message }) => `${name}: ${message}`);

test('an error keeps its class, name, message and own properties', () => {
  const error = made({
    name: 'Mine',
    message: 'why',
    class: 'RangeError',
    properties: { code: 7 },
  });
  expect(error).toBeInstanceOf(RangeError);
  expect(error).toMatchObject({ name: 'Mine', message: 'why', code: 7, stack: 'Mine: why' });
});

test('causes and gathered errors are put where they were', () => {
  const error = made({
    name: 'AggregateError',
    message: 'all',
    class: 'AggregateError',
    related: [
      { of: 0, as: 'error', name: 'TypeError', message: 'first', class: 'TypeError' },
      { of: 0, as: 'cause', name: 'Error', message: 'outer' },
      { of: 2, as: 'cause', name: 'Error', message: 'inner' },
    ],
  });
  expect(error).toMatchObject({
    errors: [expect.any(TypeError)],
    cause: { message: 'outer', cause: { message: 'inner' } },
  });
});

test('an object that is no error is itself', () => {
  expect(made({ name: 'Error', message: '#<Object>', value: { of: { code: 7 } } })).toEqual({
    code: 7,
  });
});

test('an owner that does not exist, or a class that is none, does no harm', () => {
  const error = made({
    name: 'Error',
    message: 'why',
    class: 'constructor',
    related: [{ of: 9, as: 'cause', name: 'Error', message: 'lost' }],
  });
  expect(error).toMatchObject({ message: 'why' });
});
