import { TraceMap, traceSegment } from '@jridgewell/trace-mapping';
import type { Position } from '../events';
import { RUNTIME_URL } from '../runtime-modules';
import { type Script, TOP_LEVEL_NAME } from './script';

export interface MappedStack {
  /** In terms of the project's files: `path:line:column`, both counting from 1. */
  readonly stack: string;
  /** The first frame that is in the project's code. */
  readonly position?: Position;
}

/** A stack is text from untrusted code: only so much of it is looked at. In UTF-16 units. */
const MAX_LENGTH = 64 * 1024;
const MAX_FRAMES = 100;

/**
 * Says where in the project's files the frames of a stack are. Frames of the runtime's own code go; so
 * does what is beyond 64 K characters or 100 frames. Takes the stacks of V8, SpiderMonkey and
 * JavaScriptCore. Never throws: the text may be anything.
 */
export function mapStack(stack: string, script: Script): MappedStack {
  const lines: string[] = [];
  let position: Position | undefined;
  let frames = 0;
  for (const line of stack.slice(0, MAX_LENGTH).split('\n')) {
    const isFrame = isFrameLine(line);
    if (isFrame && ++frames > MAX_FRAMES) break;
    if (isFrame && line.includes(RUNTIME_URL)) continue;
    const mapped = mapLine(line, script);
    if (isFrame && mapped.isGenerated) continue;
    if (isFrame && !isOfPackage(mapped.position)) position ??= mapped.position;
    lines.push(isFrame ? withoutTopLevelName(mapped.line) : mapped.line);
  }
  return { stack: lines.join('\n'), ...(position && { position }) };
}

/** `    at name (url:1:2)` in V8; `name@url:1:2` in the others, where the name may be missing. */
function isFrameLine(line: string): boolean {
  if (/^\s{1,16}at /.test(line)) return true;
  return line.includes('@') && /:\d{1,9}:\d{1,9}$/.test(line);
}

/** An engine names no function where a module's top level runs. */
function withoutTopLevelName(line: string): string {
  if (!line.includes(TOP_LEVEL_NAME)) return line;
  const name = `(?:[\\w$]+\\.)?${TOP_LEVEL_NAME.replaceAll('$', '\\$')}`;
  return line
    .replace(new RegExp(`${name} \\(([^()]*)\\)$`), '$1')
    .replace(new RegExp(`${name}@`), '@');
}

/** A file of a package is a URL, and none of the project's. */
function isOfPackage(position: Position | undefined): boolean {
  return position?.file.includes('://') ?? false;
}

interface MappedLine {
  readonly line: string;
  readonly position?: Position;
  /** It names a place that is in no file: what bundling put between the modules. */
  readonly isGenerated: boolean;
}

function mapLine(line: string, script: Script): MappedLine {
  const named = `${script.url}:`;
  const place = /(\d{1,9}):(\d{1,9})/y;
  let position: Position | undefined;
  let isGenerated = false;
  let mapped = '';
  let done = 0;
  for (let at = line.indexOf(named); at !== -1; at = line.indexOf(named, done)) {
    place.lastIndex = at + named.length;
    const match = place.exec(line);
    if (!match) {
      mapped += line.slice(done, at + named.length);
      done = at + named.length;
      continue;
    }
    const original = originalPosition(script, Number(match[1]), Number(match[2]));
    mapped += line.slice(done, at);
    mapped += original
      ? `${original.file}:${original.line}:${original.column}`
      : line.slice(at, place.lastIndex);
    done = place.lastIndex;
    position ??= original;
    isGenerated ||= original === undefined;
  }
  return {
    line: mapped + line.slice(done),
    isGenerated: isGenerated && position === undefined,
    ...(position && { position }),
  };
}

const maps = new WeakMap<Script, TraceMap | undefined>();

function originalPosition(script: Script, line: number, column: number): Position | undefined {
  if (line < 1 || column < 1) return undefined;
  const map = mapOf(script);
  if (!map) return undefined;
  const segment = traceSegment(map, line - 1, column - 1);
  if (!segment || segment.length === 1) return undefined;
  const [, source, originalLine, originalColumn] = segment;
  // Not `resolvedSources`: paths are names here, and not URLs to be made canonical.
  const file = map.sources[source];
  return file ? { file, line: originalLine + 1, column: originalColumn + 1 } : undefined;
}

function mapOf(script: Script): TraceMap | undefined {
  if (!maps.has(script)) maps.set(script, parseMap(script.map));
  return maps.get(script);
}

function parseMap(map: string): TraceMap | undefined {
  try {
    return new TraceMap(map);
  } catch {
    return undefined;
  }
}
