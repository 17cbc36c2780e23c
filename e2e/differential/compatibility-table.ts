/** COMPATIBILITY.md: a row for every global and every export of workerd. */
import type { Described, Surface } from './surface';

type Verdict = 'same' | 'differs' | 'unsupported';

interface Row {
  readonly name: string;
  readonly verdict: Verdict;
  readonly why: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What the names of members do not show. */
const NOTES: Readonly<Record<string, string>> = {
  CryptoKey: 'its work is done in the sandbox frame: it cannot be cloned',
  Function: 'is refused at the startup too',
  HTMLRewriter: 'its lol-html is older: content must be text, no streams',
  caches:
    'kept for each service in the page, as Cloudflare documents it; workerd alone has no cache',
  eval: 'is refused at the startup too',
  fetch: 'see the documentation: there is no network unless the project or the visitor gives one',
};

/** What unenv, and node:crypto here, mark what they only have the name of with. */
const STUB = 'static __unenv__';

/** @param here What the playground has; `undefined` where it cannot be imported. */
export function sectionOf(title: string, real: Surface, here: Surface | undefined): Section {
  const names = Object.keys(real).sort(byCode);
  const rows = names.map((name) => rowOf(name, real[name], here?.[name]));
  const besides = Object.keys(here ?? {})
    .filter((name) => !Object.hasOwn(real, name))
    .sort(byCode)
    .map((name): Row => ({ name, verdict: 'differs', why: 'workerd has it not' }));
  return { title, rows: [...rows, ...besides] };
}

function rowOf(name: string, real: Described | undefined, here: Described | undefined): Row {
  if (!real || !here) return { name, verdict: 'unsupported', why: '' };
  if (real.type !== here.type) {
    const why = `${here.type} here, ${real.type} in workerd`;
    return { name, verdict: here.type.startsWith('throws') ? 'unsupported' : 'differs', why };
  }
  if (here.members.includes(STUB) && !real.members.includes(STUB)) {
    return { name, verdict: 'unsupported', why: 'there, and does nothing or throws' };
  }
  const why = [
    listed('lacks', missing(real.members, here.members)),
    listed('has besides', missing(here.members, real.members)),
    (Object.hasOwn(NOTES, name) && NOTES[name]) || '',
  ].filter((each) => each !== '');
  return { name, verdict: why.length > 0 ? 'differs' : 'same', why: why.join('; ') };
}

function missing(of: readonly string[], from: readonly string[]): readonly string[] {
  const known = new Set(from);
  return of.filter((name) => !known.has(name));
}

/** So many are named; of more only their number is given. */
const NAMED = 12;

function listed(what: string, members: readonly string[]): string {
  if (members.length === 0) return '';
  const more = members.length > NAMED ? ` and ${members.length - NAMED} more` : '';
  return `${what} ${members
    .slice(0, NAMED)
    .map((name) => `\`${name}\``)
    .join(', ')}${more}`;
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const INTRODUCTION = `# Compatibility

Every global of \`workerd\` with \`nodejs_compat\`, the prototype chain included, and every export of its
modules, beside what Isolab has. It is made by looking at both in one run: whether it is there, its
type, and the names of its members. What code *does* is compared by the cases in \`e2e/differential/cases\`;
those that differ say why in their \`difference.txt\`.

What only browsers have is not there, and neither are JavaScript's own names that the V8 of \`workerd\` has
not (\`Temporal\`). \`TEMPORARY\` and \`PERSISTENT\` are Chromium's, and cannot be deleted.

Generated: \`npx playwright test e2e/differential/compatibility.spec.ts --update-snapshots\` writes it.
`;

/** The document as a whole. */
export function documentOf(sections: readonly Section[]): string {
  return [INTRODUCTION, summaryOf(sections), ...sections.map(textOf)].join('\n');
}

function summaryOf(sections: readonly Section[]): string {
  const lines = sections.map(({ title, rows }) => {
    const [same, differs, unsupported] = counts(rows);
    return `| ${title} | ${rows.length} | ${same} | ${differs} | ${unsupported} |`;
  });
  return ['| | all | same | differs | unsupported |', '|---|---|---|---|---|', ...lines, ''].join(
    '\n',
  );
}

/** How many are the same, differ, and are unsupported. */
export function counts(rows: readonly Row[]): readonly [number, number, number] {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return [count('same'), count('differs'), count('unsupported')];
}

function textOf({ title, rows }: Section): string {
  const lines = rows.map(
    ({ name, verdict, why }) =>
      `| \`${name}\` | ${verdict} | ${why.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`,
  );
  return [`## ${title}`, '', '| name | | why |', '|---|---|---|', ...lines, ''].join('\n');
}
