/** A version of an npm package that had to be looked up, since the project does not name it exactly. */
export interface ResolvedVersion {
  readonly name: string;
  /** What was asked for, as a range or a tag; `undefined` where the project says nothing. */
  readonly wanted: string | undefined;
  readonly version: string;
  /** Whether the project imports it itself, and not a package of it. */
  readonly direct: boolean;
}

/** What `package.json` has to become so that the project is built of the same versions next year. */
export interface PackageJsonChange {
  /** Its text when the project was compiled; `undefined` where there was none. */
  readonly before: string | undefined;
  readonly after: string;
}
