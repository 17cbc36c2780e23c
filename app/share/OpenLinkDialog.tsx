import { type FormEvent, useState } from 'react';
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useProjectStore } from '../project/context';
import { Button } from '../ui/Button';
import { DialogFrame } from '../ui/DialogFrame';
import { loadLinks } from './link';
import './share.css';

/** Takes a link, ours or one of Cloudflare's Playground, and says what is wrong with it. */
export function OpenLinkDialog({ onClose }: { readonly onClose: () => void }) {
  const project = useProjectStore();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<string>();

  const open = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await (await loadLinks()).openLink(project, link);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <DialogFrame title="Open a link" width="narrow" onClose={onClose}>
      <form className="share" onSubmit={(event) => void open(event)}>
        <TextField
          className="share-field"
          autoFocus
          value={link}
          isInvalid={problem !== undefined}
          onChange={(value) => {
            setLink(value);
            setProblem(undefined);
          }}
        >
          <Label>Link of Isolab, or of Cloudflare's Playground</Label>
          <TextArea
            className="field field-mono"
            rows={4}
            spellCheck={false}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <FieldError className="share-problem">{problem}</FieldError>
          <Text slot="description" className="share-muted">
            It opens as a project of its own, and nothing of it runs until you send a request.
          </Text>
        </TextField>
        <div className="share-answers">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Open
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
