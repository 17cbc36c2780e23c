import { useEffect, useState } from 'react';
import { useProjectStore } from './project/context';
import { Button } from './ui/Button';

interface ShareButtonProps {
  /** A link to the open project. */
  readonly share: () => Promise<string>;
}

const SAID_FOR = 2500;

/** Copies a link to the open project and says so; where nothing can be copied, shows the link. */
export function ShareButton({ share }: ShareButtonProps) {
  const project = useProjectStore();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const { notify } = project.getState();
    let link: string;
    try {
      link = await share();
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error));
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      notify(`Copy this link: ${link}`);
    }
  };

  return (
    <Button onClick={() => void copy()}>
      <span aria-live="polite">{copied ? 'Link copied' : 'Share'}</span>
    </Button>
  );
}
