import { keyNames } from './key-names';
import './Keys.css';

/** The keys of a binding, as keycaps. `Shift` and a sign that needs it anyway is only the sign. */
export function Keys({ binding }: { readonly binding: string }) {
  return (
    <span className="keys">
      {keyNames(binding).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
