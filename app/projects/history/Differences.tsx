import { Fragment, useMemo } from 'react';
import type { ProjectFiles } from '../../../runtime-worker/index';
import { type DifferenceLine, lineDifferences } from './line-differences';

type Content = ProjectFiles[string] | undefined;

interface DifferencesProps {
  readonly path: string;
  readonly before: Content;
  readonly after: Content;
}

const MARKS = { same: '', removed: '−', added: '+' };
const WORDS = { same: '', removed: 'only in the version', added: 'only now' };

/** A file of a version beside the same file now, line by line. */
export function Differences({ path, before, after }: DifferencesProps) {
  const pieces = useMemo(
    () =>
      typeof before === 'object' || typeof after === 'object'
        ? undefined
        : lineDifferences(before ?? '', after ?? ''),
    [before, after],
  );
  if (!pieces) {
    return (
      <p className="projects-note">
        Not to be compared line by line. In the version: {measureOf(before)}; now:{' '}
        {measureOf(after)}.
      </p>
    );
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="differences" aria-label={`Differences in ${path}`} tabIndex={0}>
      <table>
        <caption className="visually-hidden">
          Lines of {path}: those only in the version, and those only now
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Where</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        {pieces.map((lines) => (
          <tbody key={keyOf(lines[0])}>
            {lines.map((line) => (
              <tr key={keyOf(line)} className={`difference-${line.how}`}>
                <td className="difference-line">{line.line}</td>
                <td className="difference-mark">
                  {line.how !== 'same' && (
                    <Fragment>
                      <span aria-hidden="true">{MARKS[line.how]}</span>
                      <span className="visually-hidden">{WORDS[line.how]}</span>
                    </Fragment>
                  )}
                </td>
                <td className="difference-text">{line.text}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function keyOf(line: DifferenceLine | undefined): string {
  return line ? `${line.how}${line.line}` : '';
}

function measureOf(content: Content): string {
  if (content === undefined) return 'no such file';
  return typeof content === 'string'
    ? `${content.length.toLocaleString('en')} letters`
    : `${content.length.toLocaleString('en')} bytes`;
}
