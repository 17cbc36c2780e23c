/** Monaco's TypeScript service in its thread, with the kinds of files that it takes for JavaScript. */
import {
  initialize,
  TypeScriptWorker,
  ts,
} from 'monaco-editor/languages/features/typescript/ts.worker.js';

class ProjectTypeScriptWorker extends TypeScriptWorker {
  override getScriptKind(fileName: string): number {
    if (/\.[mc]ts$/.test(fileName)) return ts.ScriptKind.TS;
    if (fileName.endsWith('.json')) return ts.ScriptKind.JSON;
    return super.getScriptKind(fileName);
  }
}

self.onmessage = () => {
  initialize((context, data) => new ProjectTypeScriptWorker(context, data));
};
