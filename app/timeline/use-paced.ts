import { useEffect, useRef, useState } from 'react';

/**
 * The value, followed at most once in `pause` ms: for what costs more to render than it is looked at. The
 * last value always arrives.
 */
export function usePaced<Value>(value: Value, pause: number): Value {
  const [paced, setPaced] = useState(value);
  const since = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        since.current = performance.now();
        setPaced(value);
      },
      Math.max(0, since.current + pause - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [value, pause]);
  return paced;
}
