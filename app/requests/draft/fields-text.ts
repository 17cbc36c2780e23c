import type { Field } from './draft';

/** Headers as lines `Name: value`; what is off is a comment. */
export function fieldsToText(fields: readonly Field[]): string {
  return fields
    .map(
      ({ name, value, on }) => `${on ? '' : '# '}${name}${value === '' && !on ? '' : ': '}${value}`,
    )
    .join('\n');
}

/** The other way. A line without a colon is a name with no value yet, and is refused when it is sent. */
export function textToFields(text: string): Field[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const on = !line.startsWith('#');
    const written = on ? line : line.replace(/^#\s?/, '');
    const colon = written.indexOf(':');
    if (colon === -1) return { on, name: written, value: '' };
    return { on, name: written.slice(0, colon), value: written.slice(colon + 1).replace(/^ /, '') };
  });
}
