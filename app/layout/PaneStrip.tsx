import { PANE_NAMES, type Pane, togglePane } from './layout';
import './layout.css';

/** What is left of a pane that is hidden: its name, which brings it back. */
export function PaneStrip({ pane }: { readonly pane: Pane }) {
  return (
    <button
      type="button"
      className={`pane-strip pane-strip-${pane}`}
      aria-expanded={false}
      aria-label={`Show: ${PANE_NAMES[pane]}`}
      onClick={() => togglePane(pane)}
    >
      <span>{PANE_NAMES[pane]}</span>
    </button>
  );
}
