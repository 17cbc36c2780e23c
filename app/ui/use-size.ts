import { type RefObject, useLayoutEffect, useState } from 'react';
import { zoomOf } from '../look/zoom';

export interface Size {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Measured extends Size {
  /** Pixels of the screen for one CSS pixel of the element. */
  readonly density: number;
}

/**
 * The inner size of an element, kept up to date, also where the screen's density changes. To ask the element
 * itself while it is drawn has the page laid out once more.
 */
export function useSize(ref: RefObject<Element | null>): Measured {
  const [size, setSize] = useState<Measured>({ width: 0, height: 0, density: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () =>
      setSize({
        width: element.clientWidth,
        height: element.clientHeight,
        density: window.devicePixelRatio * zoomOf(element),
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref]);
  return size;
}
