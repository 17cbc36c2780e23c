import type { Replay } from './replay';

/**
 * Space plays and pauses, `.` and `,` step, wherever on the page nothing is typed and no control takes
 * the key itself. Returns how to stop listening.
 */
export function listenForReplayKeys(replay: Replay): () => void {
  const listening = new AbortController();
  addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (!(target instanceof Element) || target.closest(TYPED_IN)) return;
      if (event.key === '.') replay.step('next');
      else if (event.key === ',') replay.step('previous');
      else if (event.key === ' ' && !target.closest(TAKES_SPACE)) {
        if (replay.clock.getState().since === undefined) replay.play();
        else replay.pause();
      } else return;
      event.preventDefault();
    },
    { signal: listening.signal },
  );
  return () => listening.abort();
}

const TYPED_IN =
  'textarea, select, [contenteditable], [role=textbox], .monaco-editor, input:not([type=range], [type=checkbox], [type=radio])';
const TAKES_SPACE =
  'button, a, summary, input[type=checkbox], input[type=radio], [role=option], [role=tab], dialog, [popover]';
