import { useStore } from 'zustand';
import { useProject, useProjectStore } from '../../project/context';
import { Button } from '../../ui/Button';
import type { Composing } from '../composing';
import type { Draft } from '../draft/draft';
import { addToScenario } from './edit-scenario';
import { type Scenarios, scenarioFilesOf, scenarioName } from './scenarios';

interface AddToScenarioProps {
  readonly composing: Composing;
  readonly scenarios: Scenarios;
  readonly draft: Draft;
  /** What the draft is called, where there are several. */
  readonly of?: string;
}

/** Writes a draft at the end of the scenario that is run next; its name is said where there are several. */
export function AddToScenario({ composing, scenarios, draft, of }: AddToScenarioProps) {
  const project = useProjectStore();
  const several = useProject(({ files }) => scenarioFilesOf(files).length > 1);
  useStore(scenarios.store, ({ chosen }) => chosen);
  const file = scenarios.file();
  const label = several && file !== undefined ? `Add to ${scenarioName(file)}` : 'Add to scenario';
  return (
    <Button
      look="quiet"
      aria-label={of === undefined ? undefined : `${label}: ${of}`}
      onClick={() => composing.note(addToScenario(project, draft, file))}
    >
      {label}
    </Button>
  );
}
