import { type ReactNode, useState } from 'react';
import {
  type Counters,
  POLICIES,
  type Policy,
  type ProjectFiles,
  readProject,
  type Settings,
} from '../../runtime-worker/index';
import { useProject } from '../project/context';
import { Button } from '../ui/Button';
import { Segments } from '../ui/Segments';
import type { IsolateRuntime } from './isolate-runtime';
import '../ui/Field.css';

interface IsolatePanelProps {
  readonly runtime: IsolateRuntime;
  /** Called when something was done that is to be looked at. */
  readonly onDone: () => void;
}

const STARTUPS = [
  { value: 'firstEvent', name: 'First event' },
  { value: 'atOnce', name: 'At once' },
] as const;

const PROVOCATIONS = [
  { what: 'exceededCpu', name: 'Exceed CPU', title: 'Destroyed, as over the CPU limit' },
  { what: 'exceededMemory', name: 'Exceed memory', title: 'Destroyed, as over twice the limit' },
  { what: 'condemned', name: 'Condemn', title: 'Finishes what it has, gets nothing new' },
] as const;

/** What {@link IsolateMenu} opens. Loaded when it is. */
export function IsolatePanel({ runtime, onDone }: IsolatePanelProps) {
  const [settings, setSettings] = useState(runtime.settings);
  const [problem, setProblem] = useState<string>();
  const files = useProject((state) => state.files);
  const fixed = fixedBy(files);

  const change = (changes: Partial<Settings>) => {
    runtime.configure(changes);
    setSettings(runtime.settings());
    try {
      // As an edit does: the next request is to find an isolate that is run like this.
      runtime.provoke('condemned');
    } catch {
      // There is no isolate yet, so none is run otherwise.
    }
  };

  const provoke = (what: (typeof PROVOCATIONS)[number]['what']) => {
    try {
      runtime.provoke(what);
      onDone();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <>
      <fieldset disabled={fixed.policy !== undefined} className="isolate-policies">
        <legend>
          What <code>abortIsolate</code> does
        </legend>
        {POLICIES.map((policy) => (
          <label key={policy} className="isolate-policy">
            <input
              type="radio"
              name="policy"
              checked={settings.policy === policy}
              onChange={() => change({ policy })}
            />
            <span>
              <strong>{policy}</strong> {WHAT_IT_DOES[policy]}
            </span>
          </label>
        ))}
        {fixed.policy && <Fixed setting="isolab.policy" />}
      </fieldset>
      <Row name="CPU limit" fixed={fixed.cpuLimit !== undefined && 'limits.cpu_ms'}>
        <CpuLimit
          limit={settings.cpuLimit}
          disabled={fixed.cpuLimit !== undefined}
          onChange={(cpuLimit) => change({ cpuLimit })}
        />
      </Row>
      <Row name="Startup" fixed={fixed.startup !== undefined && 'isolab.startup'}>
        <Segments
          label="Startup"
          options={STARTUPS}
          value={settings.startup}
          onChange={(startup) => change({ startup })}
          disabled={fixed.startup !== undefined}
        />
      </Row>
      <label className="isolate-row isolate-limiter">
        <span>Slow a service that aborts again and again</span>
        <input
          type="checkbox"
          checked={settings.limiter}
          onChange={({ target }) => {
            runtime.configure({ limiter: target.checked });
            setSettings(runtime.settings());
          }}
        />
      </label>
      <p className="isolate-note">
        A change condemns the current isolate, as an edit does: the next request gets a fresh one.
      </p>
      <NetworkSwitch runtime={runtime} />
      <fieldset className="isolate-provoke">
        <legend>Provoke</legend>
        {PROVOCATIONS.map(({ what, name, title }) => (
          <span key={what} title={title}>
            <Button look={what === 'condemned' ? 'plain' : 'danger'} onClick={() => provoke(what)}>
              {name}
            </Button>
          </span>
        ))}
      </fieldset>
      <Counted {...runtime.counters()} />
      {problem !== undefined && (
        <p className="isolate-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

/** For this visit and the open project: it is never saved, and another project that is opened finds it off. */
function NetworkSwitch({ runtime }: { readonly runtime: IsolateRuntime }) {
  const [on, setOn] = useState(runtime.networkIsOn);
  return (
    <>
      <label className="isolate-row isolate-network">
        <span>
          Real network for <code>fetch()</code>, until another project is opened
        </span>
        <input
          type="checkbox"
          checked={on}
          onChange={({ target, nativeEvent }) => {
            // Only a visitor's own hand.
            if (nativeEvent.isTrusted) runtime.switchNetwork(target.checked);
            setOn(runtime.networkIsOn());
          }}
        />
      </label>
      <p className="isolate-note">
        {on
          ? 'The code of this project can send what it knows to any server that allows it (CORS).'
          : 'Off: only an outbound Worker of the project answers (isolab.outbound).'}
      </p>
    </>
  );
}

/** What the runtime counts beside the events, as it was when the panel opened. */
function Counted({ lingeringThreads, ignoredMessages, refusedMessages }: Counters) {
  return (
    <dl className="isolate-counted">
      <dt title="The browser takes up to two seconds to end a thread that is inside JavaScript">
        Threads that linger
      </dt>
      <dd>{lingeringThreads}</dd>
      <dt title="What an isolate said before it ended, and came after">
        Messages of dead isolates, ignored
      </dt>
      <dd>{ignoredMessages}</dd>
      <dt title="They were none of the protocol’s">Messages refused</dt>
      <dd>{refusedMessages}</dd>
    </dl>
  );
}

const WHAT_IT_DOES: Record<Policy, string> = {
  abort:
    'destroys the isolate at once, and everything in flight with the reason. As in production.',
  condemn: 'ends its caller only. The isolate finishes what it has and gets nothing new.',
  process: 'ends the process, as workerd does: connections are cut, without the reason.',
};

interface RowProps {
  readonly name: string;
  /** The key of the configuration that decides it. */
  readonly fixed: string | false;
  readonly children: ReactNode;
}

function Row({ name, fixed, children }: RowProps) {
  return (
    <div className="isolate-row">
      <span>
        {name}
        {fixed !== false && <Fixed setting={fixed} />}
      </span>
      {children}
    </div>
  );
}

function Fixed({ setting }: { readonly setting: string }) {
  return (
    <span className="isolate-fixed">
      Set by the project: <code>{setting}</code>
    </span>
  );
}

interface CpuLimitProps {
  /** ms. */
  readonly limit: number;
  readonly disabled: boolean;
  readonly onChange: (limit: number) => void;
}

/** ms. */
const LEAST_CPU = 10;
const MOST_CPU = 300_000;

/** Takes a number when it is left or Enter is pressed; what is no limit is put back. */
function CpuLimit({ limit, disabled, onChange }: CpuLimitProps) {
  const [written, setWritten] = useState(String(limit));
  const number = Number(written);
  const valid = Number.isInteger(number) && number >= LEAST_CPU && number <= MOST_CPU;

  const commit = () => {
    if (valid && number !== limit) onChange(number);
    else if (!valid) setWritten(String(limit));
  };

  return (
    <span className="isolate-cpu">
      <input
        className="field field-mono"
        aria-label="CPU limit in ms"
        aria-invalid={!valid}
        title={`${LEAST_CPU} to ${MOST_CPU.toLocaleString('en')} ms`}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        value={written}
        onChange={({ target }) => setWritten(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
      />{' '}
      ms
    </span>
  );
}

/** What the project's configuration says, which goes before the page. */
function fixedBy(files: ProjectFiles): Partial<Settings> {
  try {
    return readProject(files).settings;
  } catch {
    return {};
  }
}
