/** Where somebody types, to be taken over by the editor that comes in place of another. */
export interface Caret {
  focused: boolean;
  /** What is selected, or where it would be: characters from the start of the file. */
  offset: number;
  end: number;
}
