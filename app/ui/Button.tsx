import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import './Button.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  /** `primary`: the one thing to do here. `danger`: destroys something. `quiet`: no border. `link`: in text. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
}

export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${look}`} />;
}
