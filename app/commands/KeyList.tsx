import { DialogFrame } from '../ui/DialogFrame';
import { COMMAND_GROUPS, type Command } from './commands';
import { Keys } from './Keys';
import { IN_THE_EDITOR, KEYS_OF_PANES } from './keys-of-panes';
import './commands.css';

interface KeyListProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Which key does what: everywhere, and in each pane. */
export function KeyList({ commands, onClose }: KeyListProps) {
  const everywhere = COMMAND_GROUPS.flatMap((group) =>
    commands
      .filter((command) => command.group === group)
      .flatMap(({ title, key }) => (key === undefined ? [] : [{ does: title, keys: [key] }])),
  );
  const ofEditor = commands.flatMap(({ title, ownKey }) =>
    ownKey === undefined ? [] : [{ does: title, keys: [ownKey] }],
  );
  const ofPanes = KEYS_OF_PANES.map(({ where, keys }) => ({
    where,
    keys: where === IN_THE_EDITOR ? [...keys, ...ofEditor] : keys,
  }));
  const lists = [{ where: 'Everywhere', keys: everywhere }, ...ofPanes];

  return (
    <DialogFrame title="Keys" width="medium" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="key-list-body" tabIndex={0} aria-label="Keys">
        {lists.map(({ where, keys }) => (
          <section key={where} className="key-list-part">
            <h3 className="commands-group">{where}</h3>
            <dl>
              {keys.map(({ does, keys }) => (
                <div key={does} className="key-list-row">
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((binding) => (
                      <Keys key={binding} binding={binding} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </DialogFrame>
  );
}
