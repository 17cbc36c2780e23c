import type { ErrorInfo, Position } from './events';

/** The project cannot be read: says what is wrong, and in which file and place if it is in one. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
  readonly position: Position | undefined;

  constructor(message: string, position?: Position) {
    super(position ? `${position.file}:${position.line}:${position.column}: ${message}` : message);
    this.position = position;
  }

  /** The error as data, for an event. */
  info(): ErrorInfo {
    return {
      name: this.name,
      message: this.message,
      ...(this.position && { position: this.position }),
    };
  }
}
