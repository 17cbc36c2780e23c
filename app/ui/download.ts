/** Hands a file to the browser to be saved. @param name what it is to be called. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A name that every system takes: `story 2026-11-25 1403.isolab.json`. @param when ms since 1970. */
export function fileName(run: string, when: number, extension: string): string {
  const name = run
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 60);
  const time = new Date(when).toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
  return `${name.replace(/^\.+/, '') || 'run'} ${time}.${extension}`;
}
