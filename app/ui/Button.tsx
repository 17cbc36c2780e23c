import { type ComponentProps, createContext, useContext } from 'react';
import './Button.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary`: the one thing to do here. `danger`: destroys something. `quiet`: no border. `link`: in text. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
}

/** Whether the buttons in here are no stops of the Tab key: in a long list only those of the active row are. */
export const OutOfTabOrder = createContext(false);

export function Button({ look = 'plain', type = 'button', ...props }: ButtonProps) {
  const tabIndex = useContext(OutOfTabOrder) ? -1 : undefined;
  return <button tabIndex={tabIndex} {...props} type={type} className={`button button-${look}`} />;
}
