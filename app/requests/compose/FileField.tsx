import type { ChosenFile } from '../draft/draft';

interface FileFieldProps {
  readonly label: string;
  readonly file: ChosenFile | undefined;
  readonly onChange: (file: ChosenFile) => void;
}

/** A file of the visitor's machine. */
export function FileField({ label, file, onChange }: FileFieldProps) {
  return (
    <div className="file-field">
      <label className="button button-plain">
        {/* By itself it would say that nothing was chosen, each time that it is shown anew. */}
        <input
          type="file"
          className="visually-hidden"
          aria-label={label}
          onChange={async ({ target }) => {
            const chosen = target.files?.[0];
            if (!chosen) return;
            const { name, type } = chosen;
            onChange({ name, type, bytes: new Uint8Array(await chosen.arrayBuffer()) });
          }}
        />
        Choose a file
      </label>
      <span>{descriptionOf(file)}</span>
    </div>
  );
}

function descriptionOf(file: ChosenFile | undefined): string {
  if (!file || file.name === '') return 'none chosen';
  const { name, type, bytes } = file;
  if (!bytes) return `${name}: choose it again, this page cannot read it by itself`;
  return `${name}, ${type || 'application/octet-stream'}, ${bytes.length.toLocaleString('en')} bytes`;
}
