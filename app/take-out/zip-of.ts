import { strToU8, zipSync } from 'fflate';
import type { ProjectFiles } from '../../runtime-worker/index';

/** A zip of files in a folder of that name, so that unpacking it spills nothing. @param folder no path. */
export function zipOf(files: ProjectFiles, folder: string): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(
    ([path, content]) =>
      [`${folder}/${path}`, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 6 }));
}
