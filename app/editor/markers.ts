import { editor, MarkerSeverity } from 'monaco-editor/editor';
import { pathOf } from './models';
import type { Problem, Problems } from './problems';

const OWNER = 'isolab';

/**
 * Marks the problems in the code at their places.
 * @returns how to stop.
 */
export function markProblems(problems: Problems): () => void {
  const mark = () => {
    const found = problems.snapshot();
    for (const model of editor.getModels()) {
      const path = pathOf(model.uri);
      const own = found.filter(({ position }) => position?.file === path);
      editor.setModelMarkers(
        model,
        OWNER,
        own.flatMap((problem) => markerOf(model, problem)),
      );
    }
  };
  mark();
  const stops = [problems.subscribe(mark)];
  const added = editor.onDidCreateModel(mark);
  return () => {
    added.dispose();
    for (const stop of stops) stop();
  };
}

function markerOf(
  model: editor.ITextModel,
  { severity, message, position }: Problem,
): editor.IMarkerData[] {
  if (!position) return [];
  const lineNumber = Math.min(Math.max(1, position.line), model.getLineCount());
  const column = Math.min(Math.max(1, position.column), model.getLineMaxColumn(lineNumber));
  const word = model.getWordAtPosition({ lineNumber, column });
  return [
    {
      severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
      message,
      source: OWNER,
      startLineNumber: lineNumber,
      startColumn: word?.startColumn ?? column,
      endLineNumber: lineNumber,
      endColumn: word?.endColumn ?? model.getLineMaxColumn(lineNumber),
    },
  ];
}
