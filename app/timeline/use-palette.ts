import { type RefObject, useLayoutEffect, useState } from 'react';
import { followLook } from '../look/follow-look';
import { type Palette, readPalette } from './palette';

/** The palette at an element, read again when the theme changes. */
export function usePalette(ref: RefObject<Element | null>): Palette | undefined {
  const [palette, setPalette] = useState<Palette>();
  useLayoutEffect(() => {
    const read = () => ref.current && setPalette(readPalette(ref.current));
    read();
    return followLook(read);
  }, [ref]);
  return palette;
}
