import type { PreviewedEntry, PreviewedValue, ValuePreviews } from '../../runtime-worker/index';
import { InlineValue } from './InlineValue';
import { objectOf } from './preview-words';

interface ValueTreeProps {
  readonly value: PreviewedValue;
  readonly objects: ValuePreviews['objects'];
  /** Where it is: unique on the page as long as it stays. */
  readonly path: string;
  readonly unfolded: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
  readonly entry?: PreviewedEntry;
  /** The objects that it is in. */
  readonly inside?: readonly number[];
}

/** A value that unfolds where it is an object with anything in it. */
export function ValueTree(props: ValueTreeProps) {
  const { value, objects, path, unfolded, onToggle, entry, inside = [] } = props;
  const object = objectOf(value, objects);
  const circular = value.type === 'object' && inside.includes(value.object);
  const content = object && !circular && (object.entries.length > 0 || object.more !== undefined);
  const label = (
    <>
      <EntryName entry={entry} objects={objects} />
      <InlineValue value={value} objects={objects} />
      {circular && <span className="value-muted"> circular</span>}
    </>
  );
  if (!object || !content) return <span className="value-leaf">{label}</span>;
  const open = unfolded.has(path);
  const within = value.type === 'object' ? [...inside, value.object] : inside;
  return (
    <span className="value-tree">
      <button
        type="button"
        className="value-turn"
        data-stop
        tabIndex={-1}
        aria-expanded={open}
        onClick={() => onToggle(path)}
      >
        {label}
      </button>
      {open && (
        <ul className="value-entries">
          {object.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a preview never change
            <li key={index}>
              <ValueTree
                value={entry.value}
                objects={objects}
                path={`${path}.${index}`}
                unfolded={unfolded}
                onToggle={onToggle}
                entry={entry}
                inside={within}
              />
            </li>
          ))}
          {object.more !== undefined && (
            <li className="value-muted">… and {object.more.toLocaleString('en')} more</li>
          )}
        </ul>
      )}
    </span>
  );
}

interface EntryNameProps {
  readonly entry: PreviewedEntry | undefined;
  readonly objects: ValuePreviews['objects'];
}

function EntryName({ entry, objects }: EntryNameProps) {
  if (entry?.mapKey) {
    return (
      <>
        <InlineValue value={entry.mapKey} objects={objects} />
        {' => '}
      </>
    );
  }
  return entry?.key === undefined ? null : (
    <>
      <span className="value-key">{entry.key}</span>:{' '}
    </>
  );
}
