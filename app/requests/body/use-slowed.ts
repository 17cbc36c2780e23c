import { useEffect, useRef, useState } from 'react';

/** The value as it was at most `ms` ago, for what costs too much to be drawn at each change. */
export function useSlowed<Value>(value: Value, ms: number): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const isBehind = shown !== value;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => setShown(latest.current), ms);
    return () => clearTimeout(timer);
  }, [isBehind, ms]);
  return shown;
}
