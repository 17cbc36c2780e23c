// What `npm run check` and `npm test` run, and how they tell of it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run.mjs';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} output shown only if something failed
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Result>} run
 */

/** @typedef {Parameters<typeof runProgram>} Program */

/** What gives an answer within seconds and needs no browser. @type {readonly Step[]} */
export const CHECKS = [
  {
    name: 'types',
    run: () =>
      check('tsc', ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'], {
        packageName: 'typescript',
      }),
  },
  {
    // Its globals are others than those of the page.
    name: 'types (offline)',
    run: () => check('tsc', ['--project', 'app/offline'], { packageName: 'typescript' }),
  },
  {
    name: 'lint',
    run: () =>
      check('biome', ['check', '--error-on-warnings', '--max-diagnostics=50'], {
        packageName: '@biomejs/biome',
      }),
  },
  {
    name: 'layering',
    run: () =>
      check(
        'depcruise',
        ['--config', '.dependency-cruiser.cjs', 'app', 'runtime-worker', 'e2e', 'scripts'],
        { packageName: 'dependency-cruiser' },
      ),
  },
  { name: 'unused code', run: () => check('knip', ['--treat-config-hints-as-errors']) },
  { name: 'unit tests', run: unitTests },
];

/** @type {Step} */
export const BUILD = { name: 'build', run: () => check('vite', ['build']) };

/**
 * @param {readonly string[]} parameters handed on to Playwright
 * @returns {Step}
 */
export const endToEndTests = (parameters) => ({
  name: 'end-to-end tests',
  run: () =>
    tests(
      (report) => [
        'playwright',
        ['test', '--reporter=list,json', ...parameters],
        { packageName: '@playwright/test', env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
      ],
      countPlaywright,
    ),
});

/** @param {any} report Playwright's, as JSON */
function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    // A test that passes only sometimes is broken; an error outside of any test is one more.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The journeys through all engines that are there. They say themselves how each went, as it ends.
 *
 * @param {readonly string[]} parameters handed on to Playwright
 * @returns {Promise<Result>}
 */
export function journeys(parameters) {
  return tests(
    (report) => [
      'playwright',
      ['test', '--config=e2e/engines', '--reporter=./e2e/engines/reporter.ts,json', ...parameters],
      {
        packageName: '@playwright/test',
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
        onOutput: (text) => process.stdout.write(text),
      },
    ],
    countPlaywright,
  );
}

/**
 * Runs a step and prints its line, and all it said if it failed.
 *
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function runStep({ name, run }) {
  const began = performance.now();
  const result = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { passed, failed, skipped, output } = result;
  const counts = [
    passed + failed > 1 && `${passed} passed`,
    passed + failed > 1 && failed > 0 && `${failed} failed`,
    skipped > 0 && `${skipped} skipped`,
  ].filter(Boolean);
  const line = [name.padEnd(18), (failed ? 'FAILED' : 'ok').padEnd(8), `${seconds} s`.padStart(8)];
  console.log([...line, ...(counts.length > 0 ? [` ${counts.join(', ')}`] : [])].join(''));
  if (failed > 0) console.log(output.trimEnd().replace(/^/gm, '    '));
  return result;
}

/**
 * The last line that is printed, and the exit code.
 *
 * @param {readonly Result[]} results
 */
export function conclude(results) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed');
  console.log(`${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/**
 * A step that could not even be tried.
 *
 * @param {string} output
 * @returns {Result}
 */
export function failure(output) {
  return { passed: 0, failed: 1, skipped: 0, output };
}

/**
 * A program that either finds nothing wrong or counts as one failure.
 *
 * @param {Program} program
 * @returns {Promise<Result>}
 */
async function check(...program) {
  const { code, output } = await runProgram(...program);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, output } : failure(output);
}

function unitTests() {
  return tests(
    (report) => [
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`],
    ],
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      // A file that cannot be loaded fails without any test in it.
      failed:
        numFailedTests +
        testResults.filter(
          (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
            file.status === 'failed' && file.assertionResults.length === 0,
        ).length,
      skipped: numPendingTests + numTodoTests,
    }),
  );
}

/**
 * A test runner, counted by its own report. Ending in error without a failed test, leaving no
 * report and running no test are failures too.
 *
 * @param {(report: string) => Program} program
 * @param {(report: any) => Omit<Result, 'output'>} count
 * @returns {Promise<Result>}
 */
async function tests(program, count) {
  const folder = mkdtempSync(join(tmpdir(), 'isolab-'));
  try {
    const report = join(folder, 'report.json');
    const { code, output } = await runProgram(...program(report));
    const counted = readReport(report, count);
    if (!counted) return failure(`${output}\nThe runner left no report (exit code ${code}).`);
    if (counted.failed > 0) return { ...counted, output };
    if (code !== 0) return { ...counted, failed: 1, output };
    if (counted.passed === 0) return { ...counted, failed: 1, output: `${output}\nNo test ran.` };
    return { ...counted, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {(report: any) => Omit<Result, 'output'>} count
 */
function readReport(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
