/** A file that somebody wants in the project. */
export interface Incoming {
  /** Its path below the folder that it is to be put into. */
  readonly path: string;
  readonly file: File;
}

/** What tools fill or make again: not what anybody means who drops a folder. */
export const NEVER_MEANT: readonly string[] = ['node_modules', '.git', '.wrangler', '.DS_Store'];

/** As many as a directory of a project may need: one with more is read no further. */
const MOST_ENTRIES = 10_000;

/** The files of what was dropped: itself, or all that lie in it. @param folder where it lies itself. */
export async function filesIn(entry: FileSystemEntry, folder: string): Promise<Incoming[]> {
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
