import { EmptyPane } from './EmptyPane';

/** Stands where a part of the page would be that could not be loaded. */
export function Unloaded({ what }: { readonly what: string }) {
  return (
    <EmptyPane>
      <p>The {what} could not be loaded. All else works; reload the page to try again.</p>
    </EmptyPane>
  );
}
