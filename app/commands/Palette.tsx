import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components';
import { COMMAND_GROUPS, type Command } from './commands';
import { Keys } from './Keys';
import '../ui/DialogFrame.css';
import './commands.css';

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Every command, to be found by any words of its name. */
export function Palette({ commands, onClose }: PaletteProps) {
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    members: commands.filter((command) => command.group === group),
  })).filter(({ members }) => members.length > 0);

  const run = (id: string | number) => {
    onClose();
    // The palette gives the focus back as it goes; a command may take it somewhere else after that.
    requestAnimationFrame(() => commands.find((command) => command.id === id)?.run());
  };

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="dialog-ground">
      <Modal className="dialog-modal">
        <Dialog aria-label="Commands" className="dialog">
          <Autocomplete filter={hasWords}>
            <TextField aria-label="Command" autoFocus className="palette-field">
              <Input placeholder="What would you like to do?" />
            </TextField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section className="palette-list" aria-label="Found" tabIndex={0}>
              <Menu
                aria-label="Commands"
                items={groups}
                onAction={run}
                renderEmptyState={() => (
                  <p className="palette-empty">No command has these words in its name.</p>
                )}
              >
                {({ group, members }) => (
                  <MenuSection id={group}>
                    <Header className="commands-group">{group}</Header>
                    <Collection items={members}>
                      {({ id, title, key, ownKey = key }) => (
                        <MenuItem id={id} textValue={`${title} ${group}`} className="palette-item">
                          <Text slot="label">{title}</Text>
                          {ownKey !== undefined && (
                            <Keyboard>
                              <Keys binding={ownKey} />
                            </Keyboard>
                          )}
                        </MenuItem>
                      )}
                    </Collection>
                  </MenuSection>
                )}
              </Menu>
            </section>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether a name has all the words that were typed, or beginnings of them, in any order. */
function hasWords(name: string, typed: string): boolean {
  const text = name.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
