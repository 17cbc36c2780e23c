/** Where somebody types, to be taken over by the editor that comes in place of another. */
export interface Caret {
  focused: boolean;
  /** Characters from the start of the file. */
  offset: number;
}
