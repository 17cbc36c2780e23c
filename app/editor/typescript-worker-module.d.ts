/** Monaco ships this module without types. */
declare module 'monaco-editor/languages/features/typescript/ts.worker.js' {
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown);
    getScriptKind(fileName: string): number;
    getScriptVersion(fileName: string): string;
    /** The copy that this thread has of an editor's model: another object for another model. */
    _getModel(fileName: string): object | null;
  }
  export const ts: { readonly ScriptKind: { readonly TS: number; readonly JSON: number } };
  /** Has `create` make what this worker's thread answers with. */
  export function initialize(create: (context: unknown, data: unknown) => object): void;
}
