import { useMemo } from 'react';
import { useProject } from '../../project/context';
import { Button } from '../../ui/Button';
import type { Draft } from '../draft/draft';
import { cronWords } from './cron-words';
import { factsOf } from './project-facts';

interface CronEditorProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

const COMMON = ['* * * * *', '*/5 * * * *', '0 * * * *', '0 3 * * *', '0 9 * * MON-FRI'];

/** What the cron line means, and others to choose: the project's triggers first. */
export function CronEditor({ draft: { cron }, onChange }: CronEditorProps) {
  const files = useProject((state) => state.files);
  const own = useMemo(() => factsOf(files).crons, [files]);
  const read = cron.trim() === '' ? undefined : cronWords(cron);
  return (
    <>
      <p className="composer-hint" role="status">
        {!read &&
          'A scheduled event names the cron line that fired it. Type one, or choose one here.'}
        {read && ('words' in read ? read.words : read.problem)}
      </p>
      <Choices
        title={own.length > 0 ? 'Triggers of the project' : 'The project has no triggers.crons'}
        crons={own}
        onChoose={(cron) => onChange({ cron })}
      />
      <Choices title="Common ones" crons={COMMON} onChoose={(cron) => onChange({ cron })} />
    </>
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly crons: readonly string[];
  readonly onChoose: (cron: string) => void;
}

function Choices({ title, crons, onChoose }: ChoicesProps) {
  return (
    <div className="composer-choices">
      <span>{title}</span>
      {crons.map((cron) => {
        const read = cronWords(cron);
        return (
          <Button
            key={cron}
            title={'words' in read ? read.words : read.problem}
            onClick={() => onChoose(cron)}
          >
            <code>{cron}</code>
          </Button>
        );
      })}
    </div>
  );
}
