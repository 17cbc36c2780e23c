import 'react';

declare module 'react' {
  /** Lets components hand measures to the stylesheet as custom properties. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
