import * as v from 'valibot';
import { PANES, type Pane } from '../layout/layout';
import { THEMES, type Theme } from '../look/look';

/** What the address of an embed asks for. */
export interface Asked {
  /** In the page's own order; at least one. */
  readonly panes: readonly Pane[];
  readonly theme: Theme;
  readonly readOnly: boolean;
  /** The example by this name, where no link says what is shown. */
  readonly example: string | undefined;
  /** What in the address means nothing here, each as a sentence for whoever wrote it. */
  readonly problems: readonly string[];
}

const Panes = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((name) => name.trim())),
  v.array(v.picklist(PANES)),
  v.transform((named) => PANES.filter((pane) => named.includes(pane))),
);

const Switch = v.pipe(
  v.picklist(['', 'true', 'false']),
  v.transform((text) => text !== 'false'),
);

/** The names of examples are those of folders. */
const Example = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/));

const NAMES = ['embed', 'panes', 'theme', 'readonly', 'example'];

/** How much of what somebody wrote is said back to them. */
const MOST_SAID = 40;

/**
 * Reads what an embed's address asks for. What it does not know is left out and said, so that whoever
 * embeds sees it at once; something that works stands in its place.
 * @param search the part of the address from `?` on.
 */
export function readAsked(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const problems: string[] = [];

  const read = <Value>(
    name: string,
    schema: v.GenericSchema<string, Value>,
    otherwise: Value,
    takes: string,
  ): Value => {
    const text = parameters.get(name);
    if (text === null) return otherwise;
    const parsed = v.safeParse(schema, text);
    if (parsed.success) return parsed.output;
    problems.push(`${name}=${said(text)} means nothing here: it takes ${takes}.`);
    return otherwise;
  };

  const asked = {
    panes: read<readonly Pane[]>('panes', Panes, PANES, `some of ${PANES.join(',')}`),
    theme: read<Theme>('theme', v.picklist(THEMES), 'system', `one of ${THEMES.join(', ')}`),
    readOnly: read('readonly', Switch, false, 'no value, true or false'),
    example: read<string | undefined>('example', Example, undefined, 'the name of an example'),
  };
  for (const name of new Set(parameters.keys())) {
    if (!NAMES.includes(name)) {
      problems.push(`There is no ${said(name)} to ask for: there are ${NAMES.join(', ')}.`);
    }
  }
  return { ...asked, problems };
}

function said(text: string): string {
  return JSON.stringify(text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text);
}
