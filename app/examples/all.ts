import type { ProjectFiles } from '../../runtime-worker/index';
import { filesByExample } from './folders';

const TEXTS = import.meta.glob<string>('./*/**', { query: '?raw', import: 'default', eager: true });

/** Of each `.wat` what it is as WebAssembly, in base64: see scripts/vite-wat.ts. */
const WASM = import.meta.glob<string>('./*/**/*.wat', {
  query: '?wasm-base64',
  import: 'default',
  eager: true,
});

/** What a folder's name is sorted by: the story comes first, the others as they lead from one to the next. */
const ORDER = [
  'story',
  'counter',
  'one-or-all',
  'condemn-or-abort',
  'poisoned-wasm',
  'healed-wasm',
  'health-check',
  'cut-streams',
  'dropped-sockets',
  'lost-tasks',
  'startup-abort',
  'crash-loop',
  'memory-limits',
  'what-survives',
  'hono',
];

/** The examples by the names of their folders. Each is a project of real files. */
export const EXAMPLES: ReadonlyMap<string, ProjectFiles> = readExamples();

function readExamples(): Map<string, ProjectFiles> {
  const examples = filesByExample<string | Uint8Array<ArrayBuffer>>({ ...TEXTS, ...wasmFiles() });
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return new Map([...examples].toSorted(([a], [b]) => place(a) - place(b)));
}

/** Beside each `.wat` the `.wasm` that the code imports. */
function wasmFiles(): Record<string, Uint8Array<ArrayBuffer>> {
  return Object.fromEntries(
    Object.entries(WASM).map(([path, base64]) => [
      path.replace(/\.wat$/, '.wasm'),
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    ]),
  );
}
