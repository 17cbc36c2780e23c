import { describe, expect, test } from 'vitest';
import type { FiredEvent } from '../draft/event-of';
import { readScenario, ScenarioError } from './read-scenario';

const read = (text: string) => {
  const { name, steps } = readScenario('story.http', text);
  return {
    name,
    steps: steps.map(({ at, count, event }) => ({ at, count, init: fetchOf(event) })),
  };
};

function fetchOf(event: FiredEvent) {
  if (event.kind === 'fetch') return event.init;
  throw new Error('It is no request.');
}

const eventsOf = (text: string) => readScenario('a.http', text).steps.map(({ event }) => event);

function errorOf(text: string): ScenarioError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('It was read without an error.');
}

describe('a scenario that can be read', () => {
  test('is named after its file', () => {
    expect(readScenario('burst/three at once.http', 'GET /').name).toBe('three at once');
  });

  test('has a request between lines of ###', () => {
    const { steps } = read('### first\nGET /a\n\n### second\nGET /b\n###\n');
    expect(steps.map((step) => step.init.url)).toEqual([
      'https://playground.example/a',
      'https://playground.example/b',
    ]);
  });

  test('fires a request at its @at and as often as its @count', () => {
    const { steps } = read('# @at 500\n# @count 3\nGET /slow');
    expect(steps).toMatchObject([{ at: 500, count: 3 }]);
  });

  test('fires a request once at the start where it says nothing of time and number', () => {
    expect(read('GET /').steps).toMatchObject([{ at: 0, count: 1 }]);
  });

  test('is in the order of its times, and of its lines where the times are equal', () => {
    const { steps } = read('# @at 9\nGET /late\n###\nGET /first\n###\nGET /second');
    expect(steps.map((step) => new URL(step.init.url).pathname)).toEqual([
      '/first',
      '/second',
      '/late',
    ]);
  });

  test('leaves other comments out', () => {
    const { steps } = read('# a word\n// @name of REST Client\nGET /\n# between\nAccept: */*');
    expect(steps[0]?.init.headers).toEqual([['Accept', '*/*']]);
  });

  test('takes an absolute URL, and an HTTP version at the end of the line', () => {
    expect(read('GET http://other.example/x?y=1 HTTP/1.1').steps[0]?.init.url).toBe(
      'http://other.example/x?y=1',
    );
  });

  test('takes a URL alone as a GET', () => {
    expect(read('/slow').steps[0]?.init.method).toBe('GET');
  });

  test('has a body after an empty line', async () => {
    const { steps } = read('POST /\nContent-Type: text/plain\n\none\n# two\n\n###');
    expect(await new Response(steps[0]?.init.body).text()).toBe('one\n# two');
  });

  test('may end its lines as Windows does', () => {
    expect(read('# @at 5\r\nGET /a\r\nA: b\r\n').steps).toMatchObject([
      { at: 5, init: { headers: [['A', 'b']] } },
    ]);
  });
});

describe('an event that is no request stands in comments', () => {
  test('scheduled, with its cron line', () => {
    expect(eventsOf('### nightly\n# @entrypoint Jobs\n# @scheduled 0 3 * * *\n')).toMatchObject([
      { kind: 'dispatch', init: { type: 'scheduled', cron: '0 3 * * *', entrypoint: 'Jobs' } },
    ]);
  });

  test('queue, with its messages: JSON, else text', () => {
    expect(eventsOf('# @queue orders\n# @message {"id": 1}\n# @message hello')).toMatchObject([
      {
        init: {
          type: 'queue',
          queue: 'orders',
          messages: [{ body: { id: 1 } }, { body: 'hello' }],
        },
      },
    ]);
  });

  test('test, of a service', () => {
    expect(eventsOf('# @test\n# @service auth')).toMatchObject([
      { init: { type: 'test', service: 'auth' } },
    ]);
  });
});

test('a request may be for another service, and a multipart body has the lines of MIME', async () => {
  const [step] = read(
    '# @service auth\nPOST /\nContent-Type: multipart/form-data; boundary=b\n\n--b\nContent-Disposition: form-data; name="a"\n\n1\n--b--',
  ).steps;
  expect(step?.init.service).toBe('auth');
  const response = new Response(step?.init.body, {
    headers: [...(step?.init.headers ?? [])].map(([n, v]): [string, string] => [n, v]),
  });
  expect((await response.formData()).get('a')).toBe('1');
});

describe('a scenario that cannot be read names the line', () => {
  test.each([
    ['without a request', '# nothing', 1],
    ['of a tag without a request', 'GET /\n###\n# @at 3\n', 3],
    ['of an @at that is no number', '\n# @at soon\nGET /', 2],
    ['of a @count of zero', '# @count 0\nGET /', 1],
    ['of a @count over a thousand', '# @count 1001\nGET /', 1],
    ['of a bad header', 'GET /\nnonsense', 2],
    ['of a request line of three words', 'GET /a b', 1],
    ['of something that is neither path nor URL', 'GET slow', 1],
    ['of a URL of another scheme', 'GET ftp://x.example/', 1],
    ['of a variable', 'GET /{{id}}', 1],
    ['of the definition of a variable', '@id = 1\nGET /', 1],
    ['of a variable in a header', 'GET /\nX: {{id}}', 2],
    ['of a body from a file', 'POST /\n\n< ./body.json', 3],
    ['of a queue without messages', '# @queue orders', 1],
    ['of a request after another event', '# @test\nGET /', 2],
    ['of a body of a GET', 'GET /a\n\nGET /b', 3],
  ])('%s', (_what, text, line) => {
    const error = errorOf(text);
    expect(error.position).toEqual({ file: 'story.http', line, column: 1 });
    expect(error.message).toMatch(new RegExp(`^story\\.http:${line}: `));
  });
});
