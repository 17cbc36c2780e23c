import type { ReactNode } from 'react';

interface ScrolledProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** What a tab holds, as long as it may be. */
export function Scrolled({ label, children }: ScrolledProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the keyboard too
    <section className="detail-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
