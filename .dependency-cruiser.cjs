// The arrows between the folders, as CONTRIBUTING.md draws them. An import of a type is an import.
const code = '^(app|runtime-worker|e2e|scripts)/';
const react = '^node_modules/(react|react-dom|zustand)/';

/** Inside runtime-worker: what `folder` may import of it besides itself. */
const only = (folder, allowed, why) => ({
  name: `${folder}-imports-only-its-contracts`,
  comment: why,
  severity: 'error',
  from: { path: `^runtime-worker/${folder}/` },
  to: { path: '^runtime-worker/', pathNot: [`^runtime-worker/${folder}/`, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'app-enters-by-the-door',
      comment: 'The app knows runtime-worker only through its index.ts.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^runtime-worker/', pathNot: '^runtime-worker/index\\.ts$' },
    },
    {
      name: 'runtime-knows-no-app',
      comment: 'The runtime runs without the page around it.',
      severity: 'error',
      from: { path: '^runtime-worker/' },
      to: { path: '^app/' },
    },
    {
      name: 'react-is-of-the-app',
      comment: 'Nothing outside app/ knows React or the state of the page.',
      severity: 'error',
      from: { path: code, pathNot: '^app/' },
      to: { path: react },
    },
    {
      name: 'product-knows-no-tooling',
      comment: 'Tests and scripts import the product, never the other way.',
      severity: 'error',
      from: { path: '^(app|runtime-worker)/' },
      to: { path: '^(e2e|scripts)/|^[^/]+\\.config\\.' },
    },
    {
      name: 'product-runs-in-the-browser',
      comment: 'There is no Node where this runs.',
      severity: 'error',
      // Its `node:` imports lead to each other; see scripts/vite-node-modules.ts. Hostile links are made for
      // tests by other code than the page's own.
      from: {
        path: '^(app|runtime-worker)/',
        pathNot: '\\.test\\.tsx?$|^app/share/fixtures/craft\\.ts$|^runtime-worker/node/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-are-leaves',
      comment: 'A test imports code; nothing imports a test.',
      severity: 'error',
      from: {},
      to: { path: '\\.(test|spec)\\.tsx?$' },
    },
    only(
      'supervisor',
      [
        '^runtime-worker/[^/]+\\.ts$',
        '^runtime-worker/compiler/(client|script|stack)\\.ts$',
        // As text, by `?script`: these export nothing that could be imported otherwise.
        '^runtime-worker/(isolate/main|sandbox/frame|network/frame)\\.ts$',
      ],
      'The supervisor meets isolate and sandbox only in protocol.ts and events.ts.',
    ),
    only(
      'isolate',
      [
        '^runtime-worker/(bounds|cloned-size|protocol|events|runtime-modules|settings|thrown-error|value-preview)\\.ts$',
        // A WebSocket has two ends of one kind, and this thread has one of them.
        '^runtime-worker/(next-task|socket-connection|web-socket)\\.ts$',
      ],
      'The isolate runs beside hostile code, in another thread: it meets the rest in data only.',
    ),
    only(
      'globals',
      ['^runtime-worker/(bounds|protocol|runtime-modules)\\.ts$'],
      'What the compiler brings into a script meets the isolate only in what that lends it.',
    ),
    only(
      'sandbox',
      ['^runtime-worker/(bounds|protocol)\\.ts$'],
      'The frame only makes and ends Web Workers: it needs the messages and nothing else.',
    ),
    only(
      'network',
      ['^runtime-worker/(bounds|network-protocol)\\.ts$'],
      'The frame only fetches: it needs the messages and nothing else.',
    ),
    only(
      'compiler',
      [
        '^runtime-worker/(bundle-result|diagnostic|events|project|resolved-versions|runtime-modules)\\.ts$',
        '^runtime-worker/globals/',
      ],
      'The compiler turns files into a script, in a thread of its own: it knows nobody who runs it.',
    ),
    only(
      'node',
      [],
      'The modules of Node.js are given to the compiler as texts: what they need of the isolate is brought.',
    ),
    {
      name: 'contracts-import-no-room',
      comment: 'What the threads share may not pull one thread into another.',
      severity: 'error',
      from: { path: '^runtime-worker/[^/]+\\.ts$', pathNot: '^runtime-worker/index\\.ts$' },
      to: { path: '^runtime-worker/[^/]+/' },
    },
    {
      name: 'the-door-leads-to-the-supervisor',
      comment: 'index.ts makes a supervisor; the other rooms are behind it.',
      severity: 'error',
      from: { path: '^runtime-worker/index\\.ts$' },
      to: { path: '^runtime-worker/(isolate|sandbox|compiler)/' },
    },
    {
      name: 'isolates-stay-small',
      comment: 'Every isolate loads this before its first event, and hostile code runs beside it.',
      severity: 'error',
      from: { path: '^runtime-worker/(isolate|sandbox)/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(comlink|vitest)/' },
    },
    {
      name: 'the-door-opens-outwards',
      comment: 'index.ts is for the app; inside runtime-worker each file names what it needs.',
      severity: 'error',
      from: { path: '^runtime-worker/' },
      to: { path: '^runtime-worker/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports it and it imports nothing: it is not part of the house.',
      severity: 'error',
      from: {
        orphan: true,
        path: code,
        pathNot: ['\\.d\\.ts$', '\\.(test|spec)\\.tsx?$', '^e2e/', '^scripts/'],
      },
      to: {},
    },
    {
      name: 'imports-resolve',
      comment: 'An import that leads nowhere would pass every other rule.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: ['^(cloudflare|isolab|virtual):', '\\?(raw|url|worker|script)'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The examples are data: what a visitor opens, not what the app runs.
    exclude: { path: '^(app/examples/[^/]+|e2e/differential/cases)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
};
