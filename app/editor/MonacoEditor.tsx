import { useEffect, useRef, useState } from 'react';
import type { Runtime } from '../../runtime-worker/index';
import { followEvents } from '../events/live-view';
import { useProject, useProjectStore } from '../project/context';
import type { Place, ProjectStore } from '../project/store';
import { Button } from '../ui/Button';
import type { Caret } from './caret';
import { offerEditorCommands } from './editor-commands';
import { createEditor, showFile } from './editor-options';
import { formatWithPrettier } from './formatting';
import { letTabLeave, type TabHint } from './leave-by-tab';
import { markProblems } from './markers';
import { followProject, type Models } from './models';
import { monaco } from './monaco';
import { type Declarations, nameOf, openDefinitions } from './opened-declarations';
import type { Problems } from './problems';
import { createRunMarks } from './run-marks';
import { showRunMarks } from './shown-run-marks';
import { followColorScheme } from './theme';
import { provideWorkersTypes } from './workers-types';
import { isWranglerConfiguration, provideWranglerSchema } from './wrangler/schema';

interface MonacoEditorProps {
  readonly runtime: Pick<Runtime, 'events' | 'subscribe'>;
  readonly problems: Problems;
  /** Where the plain editor, which stood here before, was being typed in. */
  readonly caret: Caret;
  /** Whether the project's own files are only to be read. */
  readonly readOnly: boolean;
}

/** ms from the last keystroke until the types that the configuration makes are made again. */
const TYPES_DELAY = 1000;

/** Monaco on the open file. Its state (scroll, selection, folding) is kept for each file. */
export default function MonacoEditor({ runtime, problems, caret, readOnly }: MonacoEditorProps) {
  const project = useProjectStore();
  const openFile = useProject((state) => state.openFile);
  const opening = useProject((state) => state.opening);
  const reveal = useProject((state) => state.reveal);
  const [declarations, setDeclarations] = useState<Declarations>();
  const [tabHint, setTabHint] = useState<TabHint>('none');
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<{ editor: monaco.editor.IStandaloneCodeEditor; models: Models }>(undefined);
  const views = useRef(new Map<string, monaco.editor.ICodeEditorViewState>());
  const firstCaret = useRef(caret);
  const revealed = useRef<Place>(undefined);

  useEffect(() => {
    if (!host.current) return;
    const editor = createEditor(host.current);
    const models = followProject(project, (from, to) => {
      const isShown = editor.getModel() === models.get(from);
      const view = isShown ? editor.saveViewState() : views.current.get(from);
      if (view) views.current.set(to, view);
      views.current.delete(from);
    });
    const stops = [
      followColorScheme(),
      markProblems(problems),
      showRunMarks(followEvents(runtime, createRunMarks())),
      openDefinitions(project, setDeclarations),
      formatWithPrettier(project),
      letTabLeave(editor, setTabHint),
      offerEditorCommands(editor),
    ];
    live.current = { editor, models };
    return () => {
      live.current = undefined;
      for (const stop of stops) stop();
      editor.dispose();
      models.dispose();
    };
  }, [project, problems, runtime]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another project, or a tab, is not declarations
  useEffect(() => setDeclarations(undefined), [openFile, opening, reveal]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another project has other models
  useEffect(() => {
    if (!live.current) return;
    const { editor, models } = live.current;
    if (declarations) {
      const model = monaco.editor.getModel(declarations.uri);
      showFile(editor, model, { name: nameOf(declarations), readOnly: true });
      if (declarations.place) go(editor, declarations.place);
      return () => {
        editor.setModel(null);
        model?.dispose();
      };
    }
    const saved = views.current;
    const model = models.get(openFile) ?? null;
    showFile(editor, model, { name: openFile, readOnly });
    const view = saved.get(openFile);
    if (view) editor.restoreViewState(view);
    if (model && firstCaret.current.focused) {
      const { offset, end } = firstCaret.current;
      const [from, to] = [model.getPositionAt(offset), model.getPositionAt(end)];
      editor.setSelection(monaco.Range.fromPositions(from, to));
      editor.focus();
      firstCaret.current = { focused: false, offset: 0, end: 0 };
    }
    return () => {
      const left = editor.getModel() && editor.saveViewState();
      if (left) saved.set(openFile, left);
    };
  }, [openFile, opening, declarations, readOnly]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scroll and selection are of one project
  useEffect(() => () => views.current.clear(), [opening]);

  useEffect(() => {
    if (!reveal || declarations || revealed.current === reveal || !live.current) return;
    revealed.current = reveal;
    go(live.current.editor, reveal);
  }, [reveal, declarations]);

  useEffect(() => informLanguages(project), [project]);

  const back = () => {
    setDeclarations(undefined);
    live.current?.editor.focus();
  };

  return (
    <div className="monaco-pane">
      {declarations && (
        <p className="declarations-line">
          <span>
            <strong>{nameOf(declarations)}</strong> is not of the project and is read-only.
          </span>
          <Button look="link" onClick={back}>
            Back to {openFile}
          </Button>
        </p>
      )}
      <div ref={host} className="monaco-host" />
      <p className="tab-hint" role="status">
        {TAB_HINTS[tabHint]}
      </p>
    </div>
  );
}

const TAB_HINTS: Record<TabHint, string> = {
  none: '',
  indents: 'Tab indents. Escape, then Tab, leaves the editor. F1 shows its commands.',
  leaves: 'Tab leaves the editor.',
};

function go(editor: monaco.editor.ICodeEditor, { line, column }: Place): void {
  const position = { lineNumber: line, column };
  editor.setPosition(position);
  editor.revealPositionInCenterIfOutsideViewport(position);
  editor.focus();
}

/** Keeps what Monaco knows of Workers in step with the project: types at once for an opened file, later while typing. */
function informLanguages(project: ProjectStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inform = () => {
    clearTimeout(timer);
    const { files, openFile } = project.getState();
    void provideWorkersTypes(files, openFile);
    if (isWranglerConfiguration(openFile)) void provideWranglerSchema(files);
  };
  inform();
  const stop = project.subscribe((now, before) => {
    if (now.openFile !== before.openFile || now.opening !== before.opening) inform();
    else if (now.files !== before.files) {
      clearTimeout(timer);
      timer = setTimeout(inform, TYPES_DELAY);
    }
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
