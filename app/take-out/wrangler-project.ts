import { mainModuleOf, type ProjectFiles } from '../../runtime-worker/index';
import { ABORT_ISOLATE_TYPES } from '../editor/abort-isolate-types';
import { configuredWorkers } from '../editor/configured-workers';
import { DATE } from './workerd-config';

/** What the project's tools are, where it does not name them itself. */
const TOOLS = {
  '@cloudflare/workers-types': '^5.20261117.1',
  typescript: '^6.0.3',
  wrangler: '^4.164.0',
};

const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2024",
    "lib": ["es2024"],
    "module": "esnext",
    "moduleResolution": "bundler",
    "types": ["@cloudflare/workers-types"],
    "strict": true,
    "noEmit": true,
    "allowJs": true,
    "allowImportingTsExtensions": true,
    "isolatedModules": true,
    "resolveJsonModule": true,
    "skipLibCheck": true
  }
}
`;

/** `@cloudflare/workers-types` has not this function yet. */
const ABORT_ISOLATE_FILE = 'abort-isolate.d.ts';

/**
 * The project with all that wrangler needs besides: what is there is kept as it is, what `package.json` lacks
 * is put into it.
 */
export function wranglerProject(files: ProjectFiles): ProjectFiles {
  const [main] = configuredWorkers(files);
  const name = packageName(main?.name);
  const others = Object.keys(files)
    .filter((path) => /^workers\/[^/]+\/wrangler\.jsonc?$/.test(path))
    .toSorted();
  const configurations = [
    Object.hasOwn(files, 'wrangler.json') ? 'wrangler.json' : 'wrangler.jsonc',
    ...others,
  ];
  const dev =
    others.length === 0
      ? 'wrangler dev'
      : `wrangler dev ${configurations.map((path) => `-c ${path}`).join(' ')}`;
  return {
    ...(!Object.hasOwn(files, 'wrangler.json') && {
      'wrangler.jsonc': configurationOf(name, mainModuleOf(files) ?? 'src/index.ts'),
    }),
    'tsconfig.json': TSCONFIG,
    [ABORT_ISOLATE_FILE]: ABORT_ISOLATE_TYPES,
    'README.md': readmeOf(main?.name ?? name),
    '.gitignore': 'node_modules/\n.wrangler/\n',
    ...files,
    'package.json': packageJson(files['package.json'], name, dev),
  };
}

function configurationOf(name: string, main: string): string {
  return `${JSON.stringify(
    {
      name,
      main,
      compatibility_date: DATE,
    },
    null,
    2,
  )}\n`;
}

function readmeOf(name: string): string {
  return `# ${name}

A Worker that was taken out of Isolab.

    npm install
    npm run dev       # on this machine
    npm run deploy    # to Cloudflare
    npm run types     # the types of what wrangler.jsonc binds
`;
}

/** What is in the project's own stays; one that cannot be read is kept as it is. */
function packageJson(given: ProjectFiles[string] | undefined, name: string, dev: string) {
  const own = given === undefined ? {} : objectIn(given);
  if (!own) return given ?? '';
  const scripts = { dev, deploy: 'wrangler deploy', types: 'wrangler types' };
  const dependencies = objectOf(own.dependencies);
  const tools = Object.entries(TOOLS).filter(([tool]) => !Object.hasOwn(dependencies, tool));
  const whole = {
    name,
    private: true,
    type: 'module',
    ...own,
    scripts: { ...scripts, ...objectOf(own.scripts) },
    devDependencies: { ...Object.fromEntries(tools), ...objectOf(own.devDependencies) },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function objectIn(content: ProjectFiles[string]): Record<string, unknown> | undefined {
  if (typeof content !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(content);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name that npm and wrangler take. */
export function packageName(name = ''): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z\d-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'worker'
  );
}
