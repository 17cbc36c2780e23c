import { useEffect } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { useStore } from 'zustand';
import { type Command, commands, useCommands } from './commands';
import { KeyList } from './KeyList';
import { openKeyList, openPalette, shownOfCommands } from './open';
import { Palette } from './Palette';

/** Where a key is a letter to be written, or something's own. */
const TYPED_IN = 'input, textarea, select, [contenteditable], [role=textbox], .monaco-editor';

const OWN: readonly Command[] = [
  {
    id: 'help.palette',
    title: 'Show all commands',
    group: 'Help',
    key: '$mod+K',
    run: openPalette,
  },
  { id: 'help.keys', title: 'List the keys', group: 'Help', key: 'Shift+?', run: openKeyList },
];

/** Listens for the keys of all commands, and shows them to choose from. Loaded once the page stands. */
export function CommandCenter() {
  useCommands(OWN);
  const offered = useStore(commands);
  const { shown } = useStore(shownOfCommands);

  useEffect(() => {
    const bindings = offered.flatMap(({ key, run }) =>
      key === undefined ? [] : [[key, handlerOf(key, run)] as const],
    );
    const handle = createKeybindingsHandler(Object.fromEntries(bindings));
    // What has the focus comes first: Monaco has chords that begin with the same keys.
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isCharacter(event)) return;
      if (shownOfCommands.getState().shown === 'nothing') handle(event);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [offered]);

  const close = () => shownOfCommands.setState({ shown: 'nothing' });
  if (shown === 'palette') return <Palette commands={offered} onClose={close} />;
  if (shown === 'keys') return <KeyList commands={offered} onClose={close} />;
  return null;
}

/** On Windows AltGr, with which many keyboards write `€` or `@`, is Ctrl and Alt too. */
function isCharacter(event: KeyboardEvent): boolean {
  return event.getModifierState('AltGraph') && !event.metaKey;
}

function handlerOf(key: string, run: () => void): (event: KeyboardEvent) => void {
  const isSign = !/\$mod|Control|Alt|Meta|F\d/.test(key);
  return (event) => {
    const { target } = event;
    if (isSign && target instanceof Element && target.closest(TYPED_IN)) return;
    event.preventDefault();
    run();
  };
}
