/** A file could not be opened as a trace. The message says what, where, and what to do. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
}
