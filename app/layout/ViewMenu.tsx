import { lazy } from 'react';
import { PanelButton } from '../ui/PanelButton';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';

const ViewPanel = lazy(async () => {
  const { ViewPanel } = await import('./ViewPanel');
  return { default: ViewPanel };
});

/** How the page looks and which panes it shows: a button and its panel. */
export function ViewMenu() {
  return (
    <PanelButton label="View" width={330}>
      {(close) => (
        <UnlessUnloadable instead="This could not be loaded. Reload the page to try again.">
          <ViewPanel onDone={close} />
        </UnlessUnloadable>
      )}
    </PanelButton>
  );
}
