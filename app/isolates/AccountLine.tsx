import { lazy } from 'react';
import { type LiveView, useLiveView } from '../events/live-view';
import { UnlessUnloadable } from '../ui/UnlessUnloadable';
import type { Account } from './account';

const AccountInWords = lazy(async () => {
  const { AccountInWords } = await import('./AccountInWords');
  return { default: AccountInWords };
});

/** What the isolates hold, in a corner of the header; nothing where there is nothing to say. */
export function AccountLine({ account: view }: { readonly account: LiveView<Account> }) {
  const account = useLiveView(view);
  if (!account.memory && !account.condemned) return null;
  return (
    <UnlessUnloadable instead={null}>
      <AccountInWords account={account} />
    </UnlessUnloadable>
  );
}
