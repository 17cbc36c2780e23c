import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { jsonProblem } from './json-problem';

interface MessagesEditorProps {
  readonly messages: readonly string[];
  readonly onChange: (messages: readonly string[]) => void;
}

/** The bodies of a queue's messages: each is JSON where it can be read as such, else text. */
export function MessagesEditor({ messages, onChange }: MessagesEditorProps) {
  const list = useRef<HTMLDivElement>(null);
  const focus = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[index]?.focus());
  return (
    <div ref={list} className="messages">
      {messages.length === 0 && <p className="composer-hint">A batch has at least one message.</p>}
      {messages.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place; texts may be equal
        <div key={index} className="message">
          <textarea
            className="field field-mono"
            aria-label={`Body of message ${index + 1}`}
            rows={text.includes('\n') ? 3 : 1}
            spellCheck={false}
            value={text}
            onChange={({ target }) => onChange(messages.with(index, target.value))}
          />
          <span className="message-kind">{jsonProblem(text) ? 'text' : 'JSON'}</span>
          <IconButton
            name={`Remove message ${index + 1}`}
            onClick={() => {
              onChange(messages.toSpliced(index, 1));
              focus(Math.max(0, index - 1));
            }}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          onClick={() => {
            onChange([...messages, '']);
            focus(messages.length);
          }}
        >
          <Plus size={14} aria-hidden="true" /> Add a message
        </Button>
      </div>
    </div>
  );
}
