import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints a line for each journey and engine as it ends, why those failed that did, and a table of all. */
export default class JourneyReporter implements Reporter {
  readonly #lines = new Map<string, Map<string, string>>();
  #engines: readonly string[] = [];

  onBegin({ projects }: FullConfig): void {
    this.#engines = projects.map(({ name }) => name);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const engine = test.parent.project()?.name ?? '';
    const word = result.status === 'passed' ? 'ok' : 'FAILED';
    const seconds = `${(result.duration / 1000).toFixed(1)} s`;
    print(`${engine.padEnd(10)}${word.padEnd(8)}${seconds.padStart(8)}  ${test.title}`);
    for (const { message = '' } of word === 'ok' ? [] : result.errors) {
      print(message.replace(/^/gm, '    '));
    }
    const line = this.#lines.get(test.title) ?? new Map<string, string>();
    this.#lines.set(test.title, line.set(engine, word));
  }

  onError({ message = '' }: { readonly message?: string }): void {
    print(message);
  }

  onEnd(): void {
    const cells = (of: (engine: string) => string) =>
      this.#engines.map((engine) => of(engine).padEnd(10)).join('');
    print(`\n${cells((engine) => engine)}journey`);
    for (const [title, line] of this.#lines) {
      print(`${cells((engine) => line.get(engine) ?? '-')}${title}`);
    }
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** Where Playwright's own output goes. */
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
