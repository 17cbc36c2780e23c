import type { ComponentProps } from 'react';
import './Button.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `primary`: the one thing to do here. `danger`: destroys something. `quiet`: no border. `link`: in text. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
}

export function Button({ look = 'plain', type = 'button', ...props }: ButtonProps) {
  return <button {...props} type={type} className={`button button-${look}`} />;
}
