import type { Incoming } from './dropped-entries';

/** What was dropped, taken out of the event while that lasts; its folders are read later. */
export function takeDropped(data: DataTransfer): () => Promise<Incoming[]> {
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of data.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry === null ? item.getAsFile() : null;
    if (entry) entries.push(entry);
    else if (file) files.push(file);
  }
  return async () => {
    // Loaded with the first drop: nothing that is to be seen at once needs it.
    const { filesIn } = await import('./dropped-entries');
    return [
      ...files.map((file) => ({ path: file.name, file })),
      ...(await Promise.all(entries.map((entry) => filesIn(entry, '')))).flat(),
    ];
  };
}
