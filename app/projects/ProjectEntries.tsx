import { type RefObject, useEffect, useRef } from 'react';
import { Keyboard, Menu, MenuItem, Popover, Text } from 'react-aria-components';
import { useStore } from 'zustand';
import { commands } from '../commands/commands';
import { Keys } from '../commands/Keys';
import { shownOfCommands } from '../commands/open';
import '../ui/Menu.css';

interface ProjectEntriesProps {
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** The commands of the group `Project`, each with its key. */
export function ProjectEntries({ button }: ProjectEntriesProps) {
  const offered = useStore(commands).filter(({ group }) => group === 'Project');
  const chosen = useRef<() => void>(undefined);
  const close = () => shownOfCommands.setState({ shown: 'nothing' });

  // Only when the focus is back where it was: a command may take it somewhere else.
  useEffect(
    () => () => {
      requestAnimationFrame(() => setTimeout(() => chosen.current?.()));
    },
    [],
  );

  // They are offered by what is loaded once the page stands, or now.
  if (offered.length === 0) return null;
  return (
    <Popover
      className="menu-popover"
      aria-label="Project"
      triggerRef={button}
      isOpen
      onOpenChange={close}
      placement="bottom start"
      offset={6}
    >
      <Menu
        className="menu"
        aria-label="Project"
        autoFocus="first"
        items={offered}
        onAction={(id) => {
          chosen.current = offered.find((command) => command.id === id)?.run;
          close();
        }}
      >
        {({ id, title, key }) => (
          <MenuItem id={id} className="menu-item" textValue={title}>
            <Text slot="label">{title}</Text>
            {key !== undefined && (
              <Keyboard>
                <Keys binding={key} />
              </Keyboard>
            )}
          </MenuItem>
        )}
      </Menu>
    </Popover>
  );
}
