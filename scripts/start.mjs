// `npm start`: from a fresh clone to the built app in one command.
import { installPackages } from './install.mjs';
import { runProgram } from './run.mjs';

/** @param {string} line @param {string} [detail] @returns {never} */
function fail(line, detail) {
  if (detail) console.error(detail.trimEnd());
  console.error(line);
  process.exit(1);
}

const { PORT } = process.env;
const port = PORT ? Number(PORT) : undefined;
if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) {
  fail(`PORT must be a number from 0 to 65535, and is "${PORT}".`);
}

const installed = await installPackages(() => console.log('Installing packages …'));
if (!installed.ok) fail('npm could not install the packages.', installed.error);

console.log('Building …');
const built = await runProgram('vite', ['build']);
if (built.code !== 0) fail('The build failed.', built.output);

// Only now: it imports what was just installed.
const { serve } = await import('./serve.mjs');
const served = await serve(port);
if (!served.ok) fail(served.error);
console.log(`Isolab is at ${served.url}`);

// npm starts this through a shell that hands no signal on: when the shell goes, so does the server.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.exit(), 1000);
}
