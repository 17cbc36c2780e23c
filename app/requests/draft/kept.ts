import { isEmbedded } from '../../embed/is-embedded';

/** ms between what is typed and what is kept of it; when the page goes, nothing waits. */
const LATER = 250;

/** What a tab keeps over a reload; not what does not fit, not bytes of files, and nothing in an embed. */
export function createKept<Value>(key: string, version: number) {
  if (isEmbedded) return { read: (): Value | undefined => undefined, write: (_value: Value) => {} };
  let latest: { readonly value: Value } | undefined;

  const keep = () => {
    if (!latest) return;
    const { value } = latest;
    latest = undefined;
    try {
      const withoutBytes = (_name: string, part: unknown) =>
        part instanceof Uint8Array ? undefined : part;
      sessionStorage.setItem(key, JSON.stringify({ version, value }, withoutBytes));
    } catch {
      // It does not fit, or storage is blocked: it lasts as long as the page.
    }
  };
  addEventListener('pagehide', keep);

  return {
    read(): Value | undefined {
      try {
        const kept: { version?: number; value?: Value } = JSON.parse(
          sessionStorage.getItem(key) ?? '{}',
        );
        // What this page wrote itself, in the form that the version stands for.
        return kept.version === version ? kept.value : undefined;
      } catch {
        return undefined;
      }
    },
    write(value: Value) {
      if (!latest) setTimeout(keep, LATER);
      latest = { value };
    },
  };
}
