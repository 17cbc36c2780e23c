import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button';
import { DialogFrame } from '../ui/DialogFrame';
import { duplicate, openKept, openNew, type Projects, remove, rename } from './actions';
import { type KeptProjects, listKept, putBack, type TakenAway } from './kept-projects';
import { ProjectRow } from './ProjectRow';
import './notes.css';
import './ProjectsDialog.css';

interface ProjectsDialogProps {
  readonly projects: Projects;
  readonly onClose: () => void;
}

/** From so many projects on, there is a field to find one by its name. */
const MANY = 8;

/** The projects that are kept in this browser, the last one first. */
export function ProjectsDialog({ projects, onClose }: ProjectsDialogProps) {
  const { project, saving } = projects;
  const openId = useStore(project, ({ id }) => id);
  const openName = useStore(project, ({ name }) => name);
  const [kept, setKept] = useState<KeptProjects>();
  const [problem, setProblem] = useState<string>();
  const [deleted, setDeleted] = useState<readonly (TakenAway & { readonly name: string })[]>([]);
  const [words, setWords] = useState('');
  const list = useRef<HTMLUListElement>(null);

  /** Does something to what is kept, and shows how it is then, or why not. */
  const act = useCallback(async (work: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setKept(await listKept().catch(() => undefined));
  }, []);

  useEffect(() => {
    void act(async () => {
      await saving.flush();
      await listKept();
    });
  }, [act, saving]);

  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || !list.current || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const rows = [...list.current.children];
    const row = rows.findIndex((each) => each.contains(document.activeElement));
    rows[row + by]?.querySelector('button')?.focus();
  };

  const deleteIt = async (id: string, name: string) => {
    const taken = await remove(projects, id);
    setDeleted((before) => [...before, { ...taken, name }]);
    // There may be room now for what was not saved.
    await saving.flush();
  };
  /** Where the row was that had the focus, until the list without it is there. */
  const left = useRef<number>(undefined);
  useEffect(() => {
    if (!kept || left.current === undefined) return;
    const rows = list.current?.children ?? [];
    rows[Math.min(left.current, rows.length - 1)]?.querySelector('button')?.focus();
    left.current = undefined;
  }, [kept]);

  const undone = deleted.at(-1);
  const isKept = kept?.projects.some(({ id }) => id === openId);
  const found = kept?.projects.filter(({ name }) => hasWords(name, words)) ?? [];
  const openAndLeave = (work: () => Promise<void>) =>
    act(async () => {
      await work();
      onClose();
    });

  return (
    <DialogFrame
      width="narrow"
      title="Your projects"
      aside={
        <Button
          onClick={() => {
            openNew(projects);
            onClose();
          }}
        >
          New project
        </Button>
      }
      onClose={onClose}
    >
      {problem !== undefined && (
        <p role="alert" className="projects-problem">
          {problem}
        </p>
      )}
      {kept && kept.projects.length >= MANY && (
        <input
          type="search"
          className="field projects-words"
          aria-label="Find a project"
          placeholder="Find a project"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      <div className="projects-body">
        {kept && !isKept && (
          <p className="projects-note">
            {openName ?? 'The open project'} is kept here from its first edit on.
          </p>
        )}
        {kept && found.length === 0 && (
          <p className="projects-note">
            {words === '' ? 'No other project is kept yet.' : 'No project has these words.'}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys of the buttons in it */}
        <ul ref={list} aria-label="Projects, the last one first" onKeyDown={press}>
          {found.map((each, index) => (
            <ProjectRow
              key={each.id}
              kept={each}
              isOpen={each.id === openId}
              takesFocus={index === 0}
              onOpen={() => openAndLeave(() => openKept(projects, each.id))}
              onRename={(name) => act(() => rename(projects, each.id, name))}
              onDuplicate={() => act(() => duplicate(projects, each.id))}
              onDelete={() => {
                left.current = index;
                void act(() => deleteIt(each.id, each.name));
              }}
            />
          ))}
        </ul>
        {kept?.unreadable.map((id) => (
          <div key={id} className="projects-unreadable">
            <p>
              Something is kept as <code>{id}</code> that this page cannot read. It is left as it
              is.
            </p>
            <Button onClick={() => act(() => deleteIt(id, id))}>Delete it</Button>
          </div>
        ))}
      </div>
      <div role="status">
        {undone && (
          <div className="projects-undo">
            <p>Deleted {undone.name}</p>
            <Button
              look="link"
              onClick={() =>
                act(async () => {
                  await putBack(undone);
                  setDeleted((before) => before.filter((each) => each !== undone));
                })
              }
            >
              Undo
            </Button>
          </div>
        )}
      </div>
    </DialogFrame>
  );
}

function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof DOMException
    ? `This browser's storage refuses: ${error.message}`
    : error.message;
}

function hasWords(name: string, typed: string): boolean {
  const text = name.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
