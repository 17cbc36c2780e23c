import type { Command } from '../commands/commands';
import { look, SCREENS, type Screen, THEMES, type Theme } from '../look/look';
import { PANE_NAMES, PANES, type Pane, resetLayout, showRunView, togglePane } from './layout';

const THEME_TITLES: Record<Theme, string> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
  contrast: 'Theme: high contrast',
};

const SCREEN_TITLES: Record<Screen, string> = {
  laptop: 'Screen: laptop',
  projector: 'Screen: projector, large and calm',
};

const PANE_KEYS: Record<Pane, string> = {
  editor: '$mod+Alt+KeyE',
  run: '$mod+Alt+KeyR',
  timeline: '$mod+Alt+KeyT',
};

/** What can be done to how the page looks and where its panes are. */
export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'view.requests',
    title: 'Show the requests',
    group: 'View',
    key: '$mod+Alt+Digit1',
    run: () => showRunView('requests'),
  },
  {
    id: 'view.console',
    title: 'Show the console',
    group: 'View',
    key: '$mod+Alt+Digit2',
    run: () => showRunView('console'),
  },
  {
    id: 'view.scenario',
    title: 'Show the scenario',
    group: 'View',
    key: '$mod+Alt+Digit3',
    run: () => showRunView('scenario'),
  },
  ...PANES.map((pane) => ({
    id: `view.pane.${pane}`,
    title: `Hide or show: ${PANE_NAMES[pane].toLowerCase()}`,
    group: 'View' as const,
    key: PANE_KEYS[pane],
    run: () => togglePane(pane),
  })),
  { id: 'view.reset', title: 'Reset the panes', group: 'View', run: resetLayout },
  ...THEMES.map((theme) => ({
    id: `view.theme.${theme}`,
    title: THEME_TITLES[theme],
    group: 'View' as const,
    run: () => look.setState({ theme }),
  })),
  ...SCREENS.map((screen) => ({
    id: `view.screen.${screen}`,
    title: SCREEN_TITLES[screen],
    group: 'View' as const,
    run: () => look.setState({ screen }),
  })),
];
