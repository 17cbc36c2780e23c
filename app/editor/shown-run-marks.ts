import { editor, Range } from 'monaco-editor/editor';
import type { LiveView } from '../events/live-view';
import { pathOf } from './models';
import type { RunMark, RunMarks } from './run-marks';
import './run-marks.css';

/** What is shown of a run in a file. */
interface Shown {
  /** The run after which the file was edited: its lines are told no further. */
  editedIn: number | undefined;
  /** The text that stood in a line when it was marked, by the mark's decoration. */
  readonly lines: Map<string, string>;
}

/**
 * Shows the marks of the last run at the ends of their lines, in every file, open or not. A line that is
 * edited loses its marks; those of the others move with their lines until another run begins.
 * @returns how to stop.
 */
export function showRunMarks(view: LiveView<RunMarks>): () => void {
  const files = new Map<editor.ITextModel, Shown>();

  const show = () => {
    const { run, marks } = view.snapshot();
    for (const [model, shown] of files) {
      if (shown.editedIn === run) continue;
      shown.editedIn = undefined;
      const path = pathOf(model.uri);
      const own = marks.filter(({ file, line }) => file === path && line <= model.getLineCount());
      const ids = model.deltaDecorations(
        [...shown.lines.keys()],
        own.map((mark) => decorationOf(model, mark)),
      );
      shown.lines.clear();
      for (const [index, { line }] of own.entries()) {
        shown.lines.set(ids[index] ?? '', model.getLineContent(line));
      }
    }
  };

  const dropEdited = (model: editor.ITextModel, shown: Shown) => {
    shown.editedIn = view.snapshot().run;
    const dropped = [...shown.lines].flatMap(([id, text]) => {
      const range = model.getDecorationRange(id);
      return range && model.getLineContent(range.endLineNumber) === text ? [] : id;
    });
    model.deltaDecorations(dropped, []);
    for (const id of dropped) shown.lines.delete(id);
  };

  const follow = (model: editor.ITextModel) => {
    const shown: Shown = { editedIn: undefined, lines: new Map() };
    files.set(model, shown);
    model.onDidChangeContent(() => dropEdited(model, shown));
    model.onWillDispose(() => files.delete(model));
  };

  for (const model of editor.getModels()) follow(model);
  show();
  const stops = [editor.onDidCreateModel(follow), { dispose: view.subscribe(show) }];
  return () => {
    for (const stop of stops) stop.dispose();
    for (const [model, { lines }] of files) model.deltaDecorations([...lines.keys()], []);
    files.clear();
  };
}

function decorationOf(
  model: editor.ITextModel,
  { line, kind, text, details }: RunMark,
): editor.IModelDeltaDecoration {
  const end = model.getLineMaxColumn(line);
  return {
    range: new Range(line, Math.max(1, end - 1), line, end),
    options: {
      stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      hoverMessage: {
        value: [`In the last run: ${text}`, ...details].map(inMarkdown).join('\n\n'),
      },
      showIfCollapsed: true,
      after: {
        content: `\u00a0\u00a0\u00a0${text}`,
        inlineClassName: `run-mark run-mark-${kind}`,
        inlineClassNameAffectsLetterSpacing: true,
        cursorStops: editor.InjectedTextCursorStops.None,
      },
    },
  };
}

/** A text of the project's code as it is: nothing in it is markup. */
function inMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!~<>|&:/@]/g, '\\$&');
}
