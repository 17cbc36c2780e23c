import { useEffect, useState } from 'react';

/** A URL of the bytes as long as they are shown. Of an image, in which nothing runs, and of nothing else. */
export function useObjectUrl(bytes: Uint8Array<ArrayBuffer>, type: string | undefined) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (type === undefined) return;
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [bytes, type]);
  return url;
}
