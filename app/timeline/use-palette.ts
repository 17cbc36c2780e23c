import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Palette, readPalette } from './palette';

/** The palette at an element, read again when the theme changes. */
export function usePalette(ref: RefObject<Element | null>): Palette | undefined {
  const [palette, setPalette] = useState<Palette>();
  useLayoutEffect(() => {
    const read = () => ref.current && setPalette(readPalette(ref.current));
    read();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', read);
    return () => dark.removeEventListener('change', read);
  }, [ref]);
  return palette;
}
