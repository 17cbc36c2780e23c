import { editor, Uri } from 'monaco-editor/editor';
import type { ProjectFiles } from '../../runtime-worker/index';
import type { ProjectStore } from '../project/store';

/** A Monaco model for each text file of the open project. */
export interface Models {
  /** The model of a file, or `undefined` where it is binary or not there. */
  get(path: string): editor.ITextModel | undefined;
  dispose(): void;
}

/**
 * Keeps models and project the same, whichever of them is edited; a newly opened project has new models.
 * @param onMove A file has another path now: called before the model of its path goes.
 */
export function followProject(
  project: ProjectStore,
  onMove: (from: string, to: string) => void,
): Models {
  const models = new Map<string, editor.ITextModel>();
  let writing = false;

  const drop = (path: string) => {
    models.get(path)?.dispose();
    models.delete(path);
  };

  const add = (path: string, text: string) => {
    const uri = uriOf(path);
    editor.getModel(uri)?.dispose();
    const model = editor.createModel(text, languageOf(path), uri);
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    model.onDidChangeContent(() => {
      if (!writing) project.getState().edit(path, model.getValue());
    });
    models.set(path, model);
  };

  const write = (model: editor.ITextModel, text: string) => {
    writing = true;
    model.setValue(text);
    writing = false;
  };

  const sync = (files: ProjectFiles, before: ProjectFiles = {}) => {
    for (const path of models.keys()) if (typeof files[path] !== 'string') drop(path);
    for (const [path, content] of Object.entries(files)) {
      // With each key typed, one file of perhaps many is another.
      if (typeof content !== 'string' || content === before[path]) continue;
      const model = models.get(path);
      if (!model) add(path, content);
      else if (normalized(model.getValue()) !== normalized(content)) write(model, content);
    }
  };

  sync(project.getState().files);
  const stop = project.subscribe((now, before) => {
    if (now.opening !== before.opening) {
      for (const path of models.keys()) drop(path);
      sync(now.files);
      return;
    }
    if (now.moved !== before.moved) for (const [from, to] of now.moved) onMove(from, to);
    if (now.files !== before.files) sync(now.files, before.files);
  });

  return {
    get: (path) => models.get(path),
    dispose() {
      stop();
      for (const path of models.keys()) drop(path);
    },
  };
}

/** The path of a model in the project. */
export function pathOf(uri: Uri): string {
  return uri.path.replace(/^\//, '');
}

function uriOf(path: string): Uri {
  return Uri.from({ scheme: 'file', path: `/${path}` });
}

/** Monaco gives all lines of a model one end. */
function normalized(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** JavaScript is TypeScript's too: one service knows all modules, and who imports what across them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  js: 'typescript',
  jsx: 'typescript',
  mjs: 'typescript',
  cjs: 'typescript',
  json: 'json',
  jsonc: 'json',
  css: 'css',
  html: 'html',
  md: 'markdown',
  http: 'http',
};

function languageOf(path: string): string {
  return LANGUAGES[path.slice(path.lastIndexOf('.') + 1)] ?? 'plaintext';
}
