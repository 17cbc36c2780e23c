import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useProject, useProjectStore } from '../../project/context';
import { Button } from '../../ui/Button';
import { EmptyPane } from '../../ui/EmptyPane';
import type { Composing } from '../composing';
import { type Block, splitBlocks } from './blocks';
import { editBlocks, newScenario, withDuplicate, withMoved, withNewRow } from './edit-scenario';
import { readScenario, ScenarioError } from './read-scenario';
import { changeBlock, type Row, rowOf } from './rows';
import { RunIcon, StopIcon } from './ScenarioControl';
import { ScenarioRow } from './ScenarioRow';
import { type Scenarios, scenarioFilesOf } from './scenarios';
import './ScenarioPane.css';

interface ScenarioPaneProps {
  readonly scenarios: Scenarios;
  readonly composing: Composing;
}

/** An event that can be put back. */
interface Deleted {
  readonly file: string;
  readonly index: number;
  readonly block: Block;
  /** What it was called: 1, 2, 3 … */
  readonly number: number;
}

/** A scenario as a table: the same file that the editor shows as text. */
export function ScenarioPane({ scenarios, composing }: ScenarioPaneProps) {
  const project = useProjectStore();
  const files = useProject((state) => state.files);
  const running = useStore(scenarios.store, ({ run }) => run?.state === 'running');
  useStore(scenarios.store, ({ chosen }) => chosen);
  const file = scenarios.file();
  const content = file === undefined ? undefined : files[file];
  const text = typeof content === 'string' ? content : '';
  const [deleted, setDeleted] = useState<Deleted>();
  const problem = useMemo(() => problemOf(file, text), [file, text]);
  if (file === undefined) return <NoScenario scenarios={scenarios} />;

  const all = scenarioFilesOf(files);
  const rows = splitBlocks(text).flatMap((block, index) => {
    const row = rowOf(block);
    return row ? [{ index, block, row }] : [];
  });
  const edit = (change: Parameters<typeof editBlocks>[2]) => editBlocks(project, file, change);

  return (
    <section className="scenario" aria-label="Scenario">
      <div className="scenario-tools">
        {all.length > 1 ? (
          <select
            className="field"
            aria-label="Scenario file"
            value={file}
            onChange={({ target }) => scenarios.choose(target.value)}
          >
            {all.map((path) => (
              <option key={path}>{path}</option>
            ))}
          </select>
        ) : (
          <code>{file}</code>
        )}
        {running ? (
          <Button onClick={() => scenarios.cancel()}>
            <StopIcon /> Cancel
          </Button>
        ) : (
          <Button onClick={() => void scenarios.run('service')}>
            <RunIcon /> Run it
          </Button>
        )}
        <Button look="quiet" onClick={() => project.getState().select(file)}>
          Edit as text
        </Button>
        <Button look="quiet" onClick={() => scenarios.choose(newScenario(project))}>
          New scenario
        </Button>
      </div>
      {problem && (
        <p className="scenario-problem" role="status">
          <Button look="link" onClick={() => project.getState().select(file, problem.position)}>
            Line {problem.position.line}
          </Button>
          : {problem.text}
        </p>
      )}
      {deleted?.file === file && (
        <p className="scenario-deleted" role="status">
          Event {deleted.number} was deleted.{' '}
          <Button
            look="link"
            onClick={() => {
              setDeleted(undefined);
              edit((blocks) => blocks.toSpliced(deleted.index, 0, deleted.block));
            }}
          >
            Undo
          </Button>{' '}
          <Button look="link" onClick={() => setDeleted(undefined)}>
            Dismiss
          </Button>
        </p>
      )}
      <div className="scenario-rows">
        <table>
          <thead>
            <tr>
              <th scope="col">At (ms)</th>
              <th scope="col">Count</th>
              <th scope="col">Event</th>
              <th scope="col">URL, cron or queue</th>
              <th scope="col">
                <span className="visually-hidden">What to do with it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ index, block, row }, place) => (
              <ScenarioRow
                key={index}
                row={row}
                number={place + 1}
                isLast={place === rows.length - 1}
                onChange={(change: Partial<Row>) =>
                  edit((blocks) =>
                    blocks.map((block, at) => (at === index ? changeBlock(block, change) : block)),
                  )
                }
                onDuplicate={() => edit((blocks) => withDuplicate(blocks, index))}
                onDelete={() => {
                  setDeleted({ file, index, block, number: place + 1 });
                  edit((blocks) => blocks.toSpliced(index, 1));
                }}
                onMove={(by) => edit((blocks) => withMoved(blocks, index, by))}
                onLoad={(draft) => composing.load(draft, `Filled in from ${file}.`)}
              />
            ))}
          </tbody>
        </table>
        <div className="scenario-add">
          <Button onClick={() => edit(withNewRow)}>
            <Plus size={14} aria-hidden="true" /> Add an event
          </Button>
        </div>
      </div>
    </section>
  );
}

function NoScenario({ scenarios }: Pick<ScenarioPaneProps, 'scenarios'>) {
  const project = useProjectStore();
  return (
    <EmptyPane>
      <p>
        A scenario fires many events, each at its time and as often as you say: to fill an isolate
        with requests, abort it while they wait, and see what comes next. It is a <code>.http</code>{' '}
        file of the project.
      </p>
      <Button onClick={() => scenarios.choose(newScenario(project))}>New scenario</Button>
    </EmptyPane>
  );
}

function problemOf(file: string | undefined, text: string) {
  if (file === undefined) return undefined;
  try {
    readScenario(file, text);
    return undefined;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const { position, message } = error;
    return { position, text: message.slice(`${file}:${position.line}: `.length) };
  }
}
