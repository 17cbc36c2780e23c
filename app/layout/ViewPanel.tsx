import { useStore } from 'zustand';
import { openKeyList, openPalette } from '../commands/open';
import { look, type Screen, type Theme } from '../look/look';
import { Button } from '../ui/Button';
import { Segments } from '../ui/Segments';
import { layout, PANE_NAMES, PANES, resetLayout, togglePane } from './layout';
import './layout.css';

const THEME_OPTIONS = [
  { value: 'system', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
  { value: 'contrast', name: 'Contrast' },
] as const satisfies readonly { value: Theme; name: string }[];

const SCREEN_OPTIONS = [
  { value: 'laptop', name: 'Laptop' },
  { value: 'projector', name: 'Projector' },
] as const satisfies readonly { value: Screen; name: string }[];

/** What {@link ViewMenu} opens. Loaded when it is. */
export function ViewPanel({ onDone }: { readonly onDone: () => void }) {
  const { theme, screen } = useStore(look);
  const hidden = useStore(layout, (state) => state.hidden);
  return (
    <>
      <div className="view-row">
        <span>Theme</span>
        <Segments
          label="Theme"
          options={THEME_OPTIONS}
          value={theme}
          onChange={(theme) => look.setState({ theme })}
        />
      </div>
      <div className="view-row">
        <span>Screen</span>
        <Segments
          label="Screen"
          options={SCREEN_OPTIONS}
          value={screen}
          onChange={(screen) => look.setState({ screen })}
        />
      </div>
      <fieldset className="view-panes">
        <legend>Panes</legend>
        {PANES.map((pane) => (
          <label key={pane} className="view-pane">
            <input
              type="checkbox"
              checked={!hidden.includes(pane)}
              onChange={() => togglePane(pane)}
            />
            {PANE_NAMES[pane]}
          </label>
        ))}
      </fieldset>
      <div className="view-buttons">
        <Button onClick={resetLayout}>Reset the panes</Button>
        <Button
          onClick={() => {
            onDone();
            openPalette();
          }}
        >
          Commands
        </Button>
        <Button
          onClick={() => {
            onDone();
            openKeyList();
          }}
        >
          Keys
        </Button>
      </div>
    </>
  );
}
