import type { Command } from '../commands/commands';
import type { Composing } from './composing';
import type { Scenarios } from './scenario/scenarios';

/** What can be done to the request that is composed, and to the scenario. */
export function requestCommands(composing: Composing, scenarios: Scenarios): readonly Command[] {
  return [
    {
      id: 'run.scenario',
      title: 'Run the scenario',
      group: 'Run',
      key: '$mod+Alt+Enter',
      run: () => void scenarios.run('service'),
    },
    {
      id: 'run.cancel',
      title: 'Cancel the run of the scenario',
      group: 'Run',
      key: '$mod+Alt+Period',
      run: () => scenarios.cancel(),
    },
    {
      id: 'run.compare',
      title: 'Run the scenario under each policy',
      group: 'Run',
      run: () => void scenarios.run('twins'),
    },
    {
      id: 'requests.send',
      title: 'Send the request',
      group: 'Requests',
      run: () => composing.send(),
    },
    {
      id: 'requests.again',
      title: 'Fire the last event again',
      group: 'Requests',
      key: '$mod+Alt+KeyA',
      run: () => {
        const [last] = composing.store.getState().history;
        if (last) composing.fire(last.draft);
      },
    },
    {
      id: 'requests.more',
      title: 'Show or hide the headers and body of the request',
      group: 'Requests',
      key: '$mod+Alt+KeyH',
      run: () => composing.setOpen(!composing.store.getState().open),
    },
  ];
}
