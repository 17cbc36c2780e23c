import * as v from 'valibot';
import type { Recording } from './recording';
import { TraceError } from './trace-error';
import { claimsToBeTrace, readTrace } from './trace-file';

/** Bytes. A million events are about half of it. */
export const LARGEST_FILE = 400 * 1024 * 1024;

const WhatToOpen = 'Open a file that Isolab exported: a trace (JSON), or a Chrome trace.';

const OfChrome = v.union([v.array(v.unknown()), v.object({ traceEvents: v.unknown() })]);
const WithOurs = v.object({ otherData: v.object({ isolab: v.unknown() }) });

/**
 * Reads a file that was exported, of either format.
 * @throws TraceError that says what is wrong with the file, where, and what to do.
 */
export async function openTrace(file: File): Promise<Recording> {
  const name = shortName(file.name);
  if (file.size > LARGEST_FILE) {
    throw new TraceError(
      `${name} has ${megabytes(file.size)}; at most ${megabytes(LARGEST_FILE)} can be opened. Export a shorter run.`,
    );
  }
  const data = parse(name, await file.text());
  if (claimsToBeTrace(data)) return readTrace(name, data);
  if (v.is(WithOurs, data)) return readTrace(name, data.otherData.isolab);
  if (v.is(OfChrome, data)) {
    throw new TraceError(
      `${name} is a Chrome trace, but none that Isolab exported: nothing of isolates is in it. Open it in Perfetto or in Chrome's DevTools.`,
    );
  }
  throw new TraceError(`${name} is JSON, but no trace. ${WhatToOpen}`);
}

function parse(name: string, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') throw new TraceError(`${name} is empty. ${WhatToOpen}`);
  if (!/^[[{]/.test(trimmed)) {
    throw new TraceError(`${name} is no trace: it is not even JSON. ${WhatToOpen}`);
  }
  try {
    return JSON.parse(trimmed);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (endsInTheMiddle(trimmed)) {
      throw new TraceError(
        `${name} is only the first part of a trace: its JSON ends in the middle, after ${text.length.toLocaleString('en')} characters. Export or download it again.`,
      );
    }
    throw new TraceError(
      `${name} is no trace: its JSON is broken (${said.slice(0, 200)}). ${WhatToOpen}`,
    );
  }
}

/** Whether more text might have made JSON of it: something is open at its end. */
function endsInTheMiddle(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return inString || depth > 0;
}

function shortName(name: string): string {
  return name.length > 80 ? `${name.slice(0, 60)}…${name.slice(-16)}` : name;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en')} MB`;
}
