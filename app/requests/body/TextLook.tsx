import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { bodySettings } from './body-settings';
import { type ContentType, decoderFor } from './content-type';
import { FindBar } from './FindBar';
import { findAll } from './find-text';
import { TextView } from './TextView';
import { ROWS_LIMIT, TextRows } from './text-rows';

interface TextLookProps {
  /** As far as they are there; more may come. */
  readonly bytes: Uint8Array;
  readonly contentType: ContentType;
  readonly finds: boolean;
  readonly onEndFinding: () => void;
}

/** A body as text, as it comes. */
export function TextLook({ bytes, contentType, finds, onEndFinding }: TextLookProps) {
  const wraps = useStore(bodySettings, (state) => state.wraps);
  const rows = useMemo(() => new TextRows(decoderFor(contentType)), [contentType]);
  rows.read(bytes);
  const { count } = rows;
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const sought = finds ? text : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows grow with the bytes
  const found = useMemo(() => findAll(rows, sought), [rows, bytes.length, sought]);
  const shown = found.length === 0 ? 0 : at % found.length;

  return (
    <>
      {finds && (
        <FindBar
          text={text}
          onText={(text) => {
            setText(text);
            setAt(0);
          }}
          count={found.length}
          at={shown}
          onStep={(by) => setAt((shown + by + found.length) % Math.max(1, found.length))}
          onClose={onEndFinding}
        />
      )}
      <TextView
        rows={rows}
        count={count}
        wraps={wraps}
        found={found}
        current={found[shown]}
        whole={() => decoderFor(contentType).decode(bytes)}
      />
      {rows.isCut && (
        <p className="body-note">
          The first {ROWS_LIMIT.toLocaleString('en')} lines are shown; Download saves all that is
          kept.
        </p>
      )}
    </>
  );
}
