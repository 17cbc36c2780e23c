import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '../../ui/copy-text';
import { IconButton } from '../../ui/IconButton';
import './copying.css';

/** What became of a copy. */
export type Copied = 'copied' | 'refused' | 'tooDeep' | undefined;

/** ms. */
const SAID_FOR = 2500;

/**
 * Copies texts, and says for a moment what became of it. A text that is `undefined` could not be made:
 * what it is of nests too deep.
 */
export function useCopying(): {
  readonly copied: Copied;
  readonly copy: (text: string | undefined) => void;
} {
  const [copied, setCopied] = useState<Copied>();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string | undefined) => {
    if (text === undefined) setCopied('tooDeep');
    else setCopied((await copyText(text)) ? 'copied' : 'refused');
  };
  return { copied, copy };
}

interface CopyButtonProps {
  /** What it copies: `Copy the headers`. */
  readonly label: string;
  readonly text: () => string;
}

/** Copies a text. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const { copied, copy } = useCopying();
  const Icon = copied === 'copied' ? Check : Copy;
  return (
    <>
      <IconButton name={label} onClick={() => copy(text())}>
        <Icon size={15} aria-hidden="true" />
      </IconButton>
      <CopySaid copied={copied} />
    </>
  );
}

/** What became of a copy, to be read and heard. */
export function CopySaid({ copied }: { readonly copied: Copied }) {
  return (
    <span role="status" className="copy-said">
      {copied === 'copied' && 'Copied'}
      {copied === 'refused' && 'The browser does not let the page copy'}
      {copied === 'tooDeep' && 'Nested too deep: copy the body'}
    </span>
  );
}
