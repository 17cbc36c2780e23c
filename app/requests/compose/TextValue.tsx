interface TextValueProps<Row extends { readonly value: string }> {
  readonly row: Row;
  readonly label: string;
  /** Id of a list of suggestions. */
  readonly list?: string | undefined;
  readonly onChange: (row: Row) => void;
}

/** A value that is text. */
export function TextValue<Row extends { readonly value: string }>(props: TextValueProps<Row>) {
  const { row, label, list, onChange } = props;
  return (
    <input
      className="field field-mono field-value"
      aria-label={label}
      placeholder="Value"
      list={list}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="none"
      value={row.value}
      onChange={({ target }) => onChange({ ...row, value: target.value })}
    />
  );
}
