/** A file that somebody wants in the project. */
export interface Incoming {
  /** Its path below the folder that it is to be put into. */
  readonly path: string;
  readonly file: File;
}

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
  return async () => [
    ...files.map((file) => ({ path: file.name, file })),
    ...(await Promise.all(entries.map((entry) => filesIn(entry, '')))).flat(),
  ];
}

/** What was picked in a dialog of the browser: of a folder, with the paths in it. */
export function picked(files: FileList): Incoming[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** What tools fill or make again: not what anybody means who drops a folder. */
export const NEVER_MEANT: readonly string[] = ['node_modules', '.git', '.wrangler', '.DS_Store'];

/** As many as a directory of a project may need: one with more is read no further. */
const MOST_ENTRIES = 10_000;

async function filesIn(entry: FileSystemEntry, folder: string): Promise<Incoming[]> {
  const path = folder + entry.name;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  if (!isDirectory(entry)) return [];
  // Nothing in it would be taken; its name is enough to say so.
  if (NEVER_MEANT.includes(entry.name)) {
    return [{ path: `${path}/`, file: new File([], entry.name) }];
  }
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  // A browser gives them in parts; the last one is empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0 || inside.length > MOST_ENTRIES) break;
    inside.push(...part);
  }
  return (await Promise.all(inside.map((each) => filesIn(each, `${path}/`)))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
