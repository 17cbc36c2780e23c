import { Component, type ReactNode } from 'react';

interface UnlessUnloadableProps {
  /** What stands there if a part of `children` cannot be loaded. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the rest of the page where a part that comes later cannot be loaded, as with the network gone. */
export class UnlessUnloadable extends Component<
  UnlessUnloadableProps,
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
