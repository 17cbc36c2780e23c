import type { ComponentProps } from 'react';
import './IconButton.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  /** What it does: read aloud, and shown to who points at it. */
  readonly name: string;
  /** What to show instead, such as with the key that does the same. */
  readonly title?: string;
}

/** A button that is an icon. */
export function IconButton({ name, title = name, ...props }: IconButtonProps) {
  return (
    <button {...props} type="button" className="icon-button" aria-label={name} title={title} />
  );
}
