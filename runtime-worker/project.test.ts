import { expect, test } from 'vitest';
import { readServices } from './project';

const worker = 'export default {};';

/** A project of Workers and of whom each is tailed by; the first is the main one. */
function projectOf(consumers: Readonly<Record<string, readonly string[]>>) {
  const files = Object.entries(consumers).flatMap(([name, tails], index) => {
    const folder = index === 0 ? '' : `workers/${name}/`;
    const entries = tails.map((service) => `{ "service": ${JSON.stringify(service)} }`);
    const text = `{ "name": "${name}", "main": "worker.js",\n  "tail_consumers": [${entries.join(', ')}] }`;
    return [
      [`${folder}wrangler.jsonc`, text],
      [`${folder}worker.js`, worker],
    ];
  });
  return Object.fromEntries(files);
}

test('a service is tailed by others, and by itself', () => {
  const [main] = readServices(projectOf({ main: ['one', 'main', 'two'], one: ['two'], two: [] }));
  expect(main.tailConsumers).toEqual(['one', 'main', 'two']);
});

test('a tail consumer that the project does not have is an error at its place', () => {
  expect(() => readServices(projectOf({ main: ['nobody'] }))).toThrow(
    'wrangler.jsonc:2:35: A tail consumer of main is a service "nobody", and the project has none of that name.',
  );
});

test('services that tail each other in a circle are an error', () => {
  const circle = projectOf({ main: ['one'], one: ['two'], two: ['main'] });
  expect(() => readServices(circle)).toThrow('main would hear of its own tail events');
});

test('a circle of others is an error of theirs', () => {
  const circle = projectOf({ main: ['one'], one: ['two'], two: ['one'] });
  expect(() => readServices(circle)).toThrow(
    'workers/one/wrangler.jsonc:2:21: one would hear of its own tail events',
  );
});
