import { useMemo, useState } from 'react';
import type { ProjectFiles } from '../../../runtime-worker/index';
import { Button } from '../../ui/Button';
import { Segments } from '../../ui/Segments';
import { changesBetween, type FileDifference } from './changes';
import { Differences } from './Differences';
import { TIME } from './time';
import type { Version } from './versions';

interface VersionViewProps {
  readonly version: Version;
  /** The open project. */
  readonly now: ProjectFiles;
  readonly onBringBack: () => void;
}

type Look = 'compared' | 'files';

const LOOKS = [
  { value: 'compared', name: 'Compared with now' },
  { value: 'files', name: 'Its files' },
] as const;

const MARKS = { added: '+', changed: '~', removed: '−' };

/** A version: what it has, or how what is open now differs from it. */
export function VersionView({ version, now, onBringBack }: VersionViewProps) {
  const [look, setLook] = useState<Look>('compared');
  const [chosen, setChosen] = useState<string>();
  const differences = useMemo(() => changesBetween(version.files, now), [version, now]);
  const files: readonly (Partial<FileDifference> & { readonly path: string })[] =
    look === 'compared'
      ? differences
      : Object.keys(version.files)
          .sort()
          .map((path) => ({ path }));
  const file = files.find(({ path }) => path === chosen) ?? files[0];

  return (
    <section className="version" aria-label={`Version of ${TIME.format(version.at)}`}>
      <div className="version-head">
        <Segments label="What is shown of it" options={LOOKS} value={look} onChange={setLook} />
        <Button look="primary" disabled={differences.length === 0} onClick={onBringBack}>
          Bring back
        </Button>
      </div>
      {differences.length === 0 && look === 'compared' && (
        <p className="projects-note">This is what is open now.</p>
      )}
      {file && (
        <>
          <ul className="version-files" aria-label="Files">
            {files.map(({ path, how }) => (
              <li key={path}>
                <button
                  type="button"
                  className="version-file"
                  aria-pressed={path === file.path}
                  onClick={() => setChosen(path)}
                >
                  {how && (
                    <>
                      <span aria-hidden="true">{MARKS[how]}</span>
                      <span className="visually-hidden">{how}: </span>
                    </>
                  )}
                  <bdi>{path}</bdi>
                </button>
              </li>
            ))}
          </ul>
          {look === 'compared' ? (
            <Differences
              path={file.path}
              before={version.files[file.path]}
              after={now[file.path]}
            />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <pre className="version-text" tabIndex={0}>
              {textOf(version.files[file.path])}
            </pre>
          )}
        </>
      )}
    </section>
  );
}

function textOf(content: ProjectFiles[string] | undefined): string {
  if (content === undefined || typeof content === 'string') return content ?? '';
  return `${content.length.toLocaleString('en')} bytes that are no text`;
}
