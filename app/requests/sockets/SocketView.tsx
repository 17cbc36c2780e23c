import { type FormEvent, use, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import type { Frame, Talk } from './talk';
import './SocketView.css';

/** Talks over a WebSocket: what went both ways, with its time, and what to send next. */
export function SocketView({ talk: coming }: { readonly talk: Promise<Talk> }) {
  const talk = use(coming);
  const { open, frames, total } = useStore(talk.store);
  const [text, setText] = useState('');
  const [code, setCode] = useState('1000');
  const [reason, setReason] = useState('');
  const list = useRef<HTMLOListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest frame is shown as it comes
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [total]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    talk.send(text);
    setText('');
  };
  const close = (event: FormEvent) => {
    event.preventDefault();
    talk.close(code.trim() === '' ? undefined : Number(code), reason);
  };

  return (
    <section className="socket" aria-label="WebSocket">
      <h3 className="detail-title">
        WebSocket <span className="muted">{open ? 'open' : 'closed'}</span>
      </h3>
      <ol ref={list} className="socket-frames" aria-label="Frames" aria-live="polite" tabIndex={-1}>
        {total > frames.length && (
          <li className="muted">
            The last {frames.length} of {total} frames.
          </li>
        )}
        {frames.map((frame) => (
          <li key={frame.id} data-frame={frame.what}>
            <FrameLine frame={frame} />
          </li>
        ))}
      </ol>
      {frames.length === 0 && <p className="muted">Nothing was sent or received yet.</p>}
      {open && (
        <>
          <form className="socket-line" aria-label="Send a message" onSubmit={send}>
            <input
              className="field field-mono"
              aria-label="Message"
              placeholder="Message"
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <Button type="submit">Send message</Button>
          </form>
          <form className="socket-line" aria-label="Close the WebSocket" onSubmit={close}>
            <input
              className="field field-mono socket-code"
              aria-label="Code of the close"
              inputMode="numeric"
              autoComplete="off"
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
            <input
              className="field"
              aria-label="Reason of the close"
              placeholder="Reason"
              autoComplete="off"
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            <Button look="danger" type="submit">
              Close it
            </Button>
          </form>
        </>
      )}
    </section>
  );
}

const MARKS = { sent: '↑', received: '↓', closed: '✕', error: '!' } as const;

function FrameLine({ frame }: { readonly frame: Frame }) {
  return (
    <>
      <span className="socket-mark" aria-hidden="true">
        {MARKS[frame.what]}
      </span>
      <span className="visually-hidden">{frame.what}: </span>
      <span className="socket-text">{textOf(frame)}</span>
      <span className="muted">
        {'bytes' in frame && `${frame.bytes.toLocaleString('en')} B, `}
        {(frame.at / 1000).toFixed(3)} s
      </span>
    </>
  );
}

function textOf(frame: Frame): string {
  if (frame.what !== 'closed') return frame.text;
  const how = frame.clean ? 'cleanly' : 'not cleanly';
  return `closed ${how}, code ${frame.code}${frame.reason === '' ? '' : `: ${frame.reason}`}`;
}
