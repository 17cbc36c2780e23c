import { Component, type ReactNode, Suspense } from 'react';

interface UnlessUnloadableProps {
  /** What stands there if a part of `children` cannot be loaded. */
  readonly instead: ReactNode;
  /** What stands there until it is loaded; nothing by default. */
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page that comes later. The rest stays where it cannot be loaded, as with the network gone. */
export class UnlessUnloadable extends Component<
  UnlessUnloadableProps,
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { instead, meanwhile, children } = this.props;
    return this.state.failed ? instead : <Suspense fallback={meanwhile}>{children}</Suspense>;
  }
}
