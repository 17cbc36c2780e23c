import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../../ui/IconButton';
import './copying.css';

/** What became of a copy. */
export type Copied = 'copied' | 'refused' | undefined;

/** ms. */
const SAID_FOR = 2500;

/** Copies texts, and says for a moment what became of it. */
export function useCopying(): {
  readonly copied: Copied;
  readonly copy: (text: string) => void;
} {
  const [copied, setCopied] = useState<Copied>();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('refused'),
    );
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
    </span>
  );
}
