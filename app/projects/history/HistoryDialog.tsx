import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ProjectFiles } from '../../../runtime-worker/index';
import { replaceFiles } from '../../files/actions';
import { DialogFrame } from '../../ui/DialogFrame';
import type { Projects } from '../actions';
import '../notes.css';
import { changesBetween, inWords } from './changes';
import { recorded } from './record-runs';
import { TIME } from './time';
import { VersionView } from './VersionView';
import { addVersion, type Reason, type Version, versionsOf } from './versions';
import './HistoryDialog.css';

interface HistoryDialogProps {
  readonly projects: Projects;
  readonly onClose: () => void;
}

type History = Awaited<ReturnType<typeof versionsOf>>;

const REASONS: Record<Reason, string> = {
  opened: 'as it was opened',
  run: 'run',
  before: 'before another was brought back',
};

/** The versions of the open project, the last one first: to look at, to compare with now, to bring back. */
export function HistoryDialog({ projects, onClose }: HistoryDialogProps) {
  const { project, saving } = projects;
  const files = useStore(project, (state) => state.files);
  const [history, setHistory] = useState<History>();
  const [problem, setProblem] = useState<string>();
  const [chosen, setChosen] = useState<number>();
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    recorded()
      .then(() => versionsOf(project.getState().id))
      .then(setHistory, (error: Error) =>
        setProblem(`This browser's storage refuses: ${error.message}`),
      );
  }, [project]);

  // What is looked at is reached with the arrows at once.
  useEffect(() => {
    if (history) list.current?.querySelector('button')?.focus();
  }, [history]);

  const versions = history?.versions ?? [];
  const version = versions.find(({ at }) => at === chosen) ?? versions[0];

  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const to = by !== undefined && version && versions[versions.indexOf(version) + by];
    if (!to) return;
    event.preventDefault();
    setChosen(to.at);
    list.current?.querySelector<HTMLElement>(`[data-at="${to.at}"]`)?.focus();
  };

  const bringBack = async ({ at, files }: Version) => {
    try {
      await saving.flush();
      await addVersion(project.getState().id, project.getState().files, 'before');
    } catch {
      // There is no room: the step itself is still undone by its notice.
    }
    replaceFiles(project, `Brought back the version of ${TIME.format(at)}`, files);
    onClose();
  };

  return (
    <DialogFrame title="History of this project" width="wide" isTall onClose={onClose}>
      {problem !== undefined && (
        <p role="alert" className="projects-problem">
          {problem}
        </p>
      )}
      {history && history.unreadable > 0 && (
        <p className="projects-problem">
          {history.unreadable === 1 ? 'One version' : `${history.unreadable} versions`} cannot be
          read.
        </p>
      )}
      {history && versions.length === 0 && (
        <p className="history-none">
          A version is kept at each run of a project that was edited since. There is none so far.
        </p>
      )}
      {version && (
        <div className="history-parts">
          {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys of the buttons in it */}
          <ol
            ref={list}
            className="history-versions"
            aria-label="Versions, the last one first"
            onKeyDown={press}
          >
            {versions.map((each, index) => (
              <li key={each.at}>
                <button
                  type="button"
                  data-at={each.at}
                  className="history-version"
                  aria-current={each === version || undefined}
                  onClick={() => setChosen(each.at)}
                >
                  <time dateTime={new Date(each.at).toISOString()}>{TIME.format(each.at)}</time>
                  <span className="history-facts">
                    {REASONS[each.why]}
                    {'; '}
                    {sinceBefore(each.files, versions[index + 1]?.files)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <VersionView
            key={version.at}
            version={version}
            now={files}
            onBringBack={() => void bringBack(version)}
          />
        </div>
      )}
    </DialogFrame>
  );
}

function sinceBefore(files: ProjectFiles, before: ProjectFiles | undefined): string {
  if (before) return inWords(changesBetween(before, files));
  const count = Object.keys(files).length;
  return count === 1 ? '1 file' : `${count} files`;
}
