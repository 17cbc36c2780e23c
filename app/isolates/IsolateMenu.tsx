import { lazy } from 'react';
import { PanelButton } from '../ui/PanelButton';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { IsolateRuntime } from './isolate-runtime';
import './IsolateMenu.css';

const IsolatePanel = lazy(async () => {
  const { IsolatePanel } = await import('./IsolatePanel');
  return { default: IsolatePanel };
});

/** How isolates are run, and what can be done to one by hand: a button and its panel. */
export function IsolateMenu({ runtime }: { readonly runtime: IsolateRuntime }) {
  return (
    <PanelButton label="Isolate" width={366}>
      {(close) => (
        <UnlessUnloadable instead="This could not be loaded. Reload the page to try again.">
          <IsolatePanel runtime={runtime} onDone={close} />
        </UnlessUnloadable>
      )}
    </PanelButton>
  );
}
