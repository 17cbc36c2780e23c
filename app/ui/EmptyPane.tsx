import type { ReactNode } from 'react';
import './EmptyPane.css';

/** What stands where there is nothing yet: a line that says what will be here, and how. */
export function EmptyPane({ children }: { readonly children: ReactNode }) {
  return <div className="empty-pane">{children}</div>;
}
