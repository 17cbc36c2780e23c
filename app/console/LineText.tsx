import { StackTrace } from '../requests/StackTrace';
import type { ConsoleLine } from './lines';
import { TableView } from './TableView';
import { ValueTree } from './ValueTree';

/** Characters of one text that are on show. */
const LONGEST = 20_000;

interface LineTextProps {
  readonly line: ConsoleLine;
  readonly unfolded: ReadonlySet<string>;
  readonly onToggle: (path: string) => void;
}

/** What a line says: its text, or its values where there is anything to unfold. */
export function LineText({ line, unfolded, onToggle }: LineTextProps) {
  const { values, stack, method, text } = line;
  if (method === 'table' && values) return <TableView values={values} />;
  return (
    <>
      {values ? (
        values.values.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of a line never change
          <span key={index}>
            {index > 0 && ' '}
            {value.type === 'string' ? (
              <Text text={value.text} more={value.more} />
            ) : (
              <ValueTree
                value={value}
                objects={values.objects}
                path={`${line.number}:${index}`}
                unfolded={unfolded}
                onToggle={onToggle}
              />
            )}
          </span>
        ))
      ) : (
        <Text text={text} />
      )}
      {stack !== undefined && (
        <>
          {'\n'}
          <StackTrace text={stack} />
        </>
      )}
    </>
  );
}

function Text({ text, more = 0 }: { readonly text: string; readonly more?: number | undefined }) {
  const cut = Math.max(0, text.length - LONGEST) + more;
  return (
    <>
      <StackTrace text={text.slice(0, LONGEST)} />
      {cut > 0 && (
        <span className="value-muted"> … and {cut.toLocaleString('en')} more characters</span>
      )}
    </>
  );
}
