/** Monaco's TypeScript service in its thread, with the kinds of files that it takes for JavaScript. */
import {
  initialize,
  TypeScriptWorker,
  ts,
} from 'monaco-editor/languages/features/typescript/ts.worker.js';

class ProjectTypeScriptWorker extends TypeScriptWorker {
  readonly #numbers = new WeakMap<object, number>();
  #models = 0;

  /** A path whose model was made anew, for another project, has version 1 once more, and another text. */
  override getScriptVersion(fileName: string): string {
    const version = super.getScriptVersion(fileName);
    const model = this._getModel(fileName);
    return model ? `${this.#numberOf(model)}.${version}` : version;
  }

  #numberOf(model: object): number {
    const number = this.#numbers.get(model) ?? ++this.#models;
    this.#numbers.set(model, number);
    return number;
  }

  override getScriptKind(fileName: string): number {
    if (/\.[mc]ts$/.test(fileName)) return ts.ScriptKind.TS;
    if (fileName.endsWith('.json')) return ts.ScriptKind.JSON;
    return super.getScriptKind(fileName);
  }
}

self.onmessage = () => {
  initialize((context, data) => new ProjectTypeScriptWorker(context, data));
};
