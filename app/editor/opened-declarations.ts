import { editor, type IPosition, type IRange, type Uri } from 'monaco-editor/editor';
import type { Place, ProjectStore } from '../project/store';
import { pathOf } from './models';

/** Declarations that are not of the project: of the runtime, of the language, of the configuration. */
export interface Declarations {
  readonly uri: Uri;
  readonly place: Place | undefined;
}

/**
 * Where a definition is in another file, its tab opens there; where it is in declarations that the
 * project does not have, these are shown.
 * @returns how to stop.
 */
export function openDefinitions(
  project: ProjectStore,
  show: (declarations: Declarations) => void,
): () => void {
  const opener = editor.registerEditorOpener({
    openCodeEditor(_source, uri, target) {
      const path = pathOf(uri);
      const place = placeOf(target);
      if (Object.hasOwn(project.getState().files, path)) {
        project.getState().select(path, place);
        return true;
      }
      if (!editor.getModel(uri)) return false;
      show({ uri, place });
      return true;
    },
  });
  return () => opener.dispose();
}

/** What they are called on screen. */
export function nameOf({ uri }: Declarations): string {
  return pathOf(uri).replace(/^node_modules\//, '');
}

function placeOf(target: IRange | IPosition | undefined): Place | undefined {
  if (!target) return undefined;
  return 'lineNumber' in target
    ? { line: target.lineNumber, column: target.column }
    : { line: target.startLineNumber, column: target.startColumn };
}
