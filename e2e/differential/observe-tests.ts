import type { Case, CaseEvent, ErrorSeen, Observation } from './case';
import { linesOf, logsIn } from './printed';
import { runTest } from './workerd';
import { workerConfig } from './workerd-config';

/** Where somebody tails a service, `workerd` prints errors as they were thrown. */
const TAIL = 'export default { tail() {} };';

/** Runs a case of tests by `workerd test`, each entrypoint by itself. */
export async function observeTests({ files, events }: Case): Promise<Observation> {
  const { workers, embedded } = await workerConfig(files, ['tail']);
  const services = [
    ...workers,
    '(name = "tail", worker = (modules = [(name = "tail.js", esModule = embed "tail.js")], compatibilityDate = "2026-08-01"))',
  ];
  const tests: { readonly printed: string; readonly seen: Observation['events'][number] }[] = [];
  for (const event of events) {
    const printed = await runTest(services, 'main', entrypointOf(event), {
      ...embedded,
      'tail.js': TAIL,
    });
    tests.push({ printed, seen: seenIn(printed) });
  }
  return {
    startup: 'ok',
    events: tests.map(({ seen }) => seen),
    logs: tests.flatMap(({ printed }) => logsIn(printed)),
  };
}

function entrypointOf(event: CaseEvent): string {
  if (event.type !== 'test') throw new Error('A case with a test has no other events.');
  return event.entrypoint ?? 'default';
}

function seenIn(printed: string): Observation['events'][number] {
  const lines = linesOf(printed).map(({ message }) => message);
  const outcome = outcomeIn(lines);
  return { result: { outcome }, outcome, exceptions: lines.flatMap(exceptionIn) };
}

function outcomeIn(lines: readonly string[]): string {
  if (lines.some((line) => line.startsWith('[ PASS ]'))) return 'ok';
  return lines.some((line) => line.startsWith('[ FAIL ]')) ? 'exception' : 'not found';
}

/** Of what a worker throws, and of what the runtime itself says. */
const THROWN = /^uncaught exception; source = Uncaught \(async\); (?:stack|exception) = ([\s\S]*)/;
const OWN = /^uncaught exception; exception = .*?jsg\.(\w+): (.*)/;

function exceptionIn(line: string): ErrorSeen[] {
  const [, Class, said] = OWN.exec(line) ?? [];
  const [, stack] = THROWN.exec(line) ?? [];
  const text = Class === undefined || Class === 'Error' ? (said ?? stack) : `${Class}: ${said}`;
  if (text === undefined) return [];
  const [head = ''] = text.split(/\n {4}at /);
  // `AssertionError [ERR_ASSERTION]: why`
  const [, name = 'Error', message = head] =
    /^(\w*Error)(?: \[\w+\])?: ([\s\S]*)$/.exec(head) ?? [];
  return [{ name, message }];
}
