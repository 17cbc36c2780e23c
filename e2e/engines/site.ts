import { serve } from '../../scripts/serve.mjs';

/** The built app at an address of its own, which can go out of reach and come back. */
export interface Site {
  readonly url: string;
  /** From now on nobody answers at the address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Serves what is in `dist/`. */
export async function openSite(): Promise<Site> {
  const first = await serve(0);
  if (!first.ok) throw new Error(first.error);
  const { url } = first;
  let served: typeof first | undefined = first;
  return {
    url,
    async stop() {
      await served?.close();
      served = undefined;
    },
    async start() {
      if (served) return;
      const again = await serve(Number(new URL(url).port));
      if (!again.ok) throw new Error(again.error);
      served = again;
    },
  };
}
