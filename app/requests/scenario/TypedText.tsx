import { useState } from 'react';

interface TypedTextProps {
  readonly id?: string;
  /** Its name, where no label is around it. */
  readonly label?: string;
  readonly className?: string;
  readonly placeholder?: string;
  /** How many lines are in sight; without it, it is one line. */
  readonly lines?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text that is kept without its ends: while it is typed in, it shows what was typed, spaces and all. */
export function TypedText(props: TypedTextProps) {
  const { label, lines, value, className = '', onChange, ...rest } = props;
  const [typed, setTyped] = useState(value);
  const shared = {
    ...rest,
    className: `field field-mono ${className}`,
    'aria-label': label,
    spellCheck: false,
    autoComplete: 'off',
    value: typed.trim() === value.trim() ? typed : value,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setTyped(target.value);
      onChange(target.value);
    },
  };
  return lines === undefined ? <input {...shared} /> : <textarea {...shared} rows={lines} />;
}
