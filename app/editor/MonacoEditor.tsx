import { useEffect, useRef } from 'react';
import { useProject, useProjectStore } from '../project/context';
import type { Caret } from './caret';
import { markProblems } from './markers';
import { followProject, type Models, pathOf } from './models';
import { monaco } from './monaco';
import type { Problems } from './problems';
import { followColorScheme } from './theme';
import { provideWorkersTypes } from './workers-types';

interface MonacoEditorProps {
  readonly problems: Problems;
  /** Where the plain editor, which stood here before, was being typed in. */
  readonly caret: Caret;
}

/** Monaco on the open file. Its state (scroll, selection, folding) is kept for each file. */
export default function MonacoEditor({ problems, caret }: MonacoEditorProps) {
  const project = useProjectStore();
  const openFile = useProject((state) => state.openFile);
  const opening = useProject((state) => state.opening);
  const reveal = useProject((state) => state.reveal);
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<{ editor: monaco.editor.IStandaloneCodeEditor; models: Models }>(undefined);
  const views = useRef(new Map<string, monaco.editor.ICodeEditorViewState>());
  const firstCaret = useRef(caret);

  useEffect(() => {
    if (!host.current) return;
    const models = followProject(project);
    const stopColors = followColorScheme();
    const stopMarks = markProblems(problems);
    const editor = monaco.editor.create(host.current, { ...OPTIONS, fontFamily: monoFont() });
    const opener = monaco.editor.registerEditorOpener({
      openCodeEditor(_source, uri, target) {
        const path = pathOf(uri);
        if (!Object.hasOwn(project.getState().files, path)) return false;
        project.getState().select(path, placeOf(target));
        return true;
      },
    });
    live.current = { editor, models };
    return () => {
      live.current = undefined;
      opener.dispose();
      editor.dispose();
      stopMarks();
      stopColors();
      models.dispose();
    };
  }, [project, problems]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another project has other models
  useEffect(() => {
    if (!live.current) return;
    const { editor, models } = live.current;
    const saved = views.current;
    const model = models.get(openFile) ?? null;
    editor.setModel(model);
    const view = saved.get(openFile);
    if (view) editor.restoreViewState(view);
    if (model && firstCaret.current.focused) {
      editor.setPosition(model.getPositionAt(firstCaret.current.offset));
      editor.focus();
      firstCaret.current = { focused: false, offset: 0 };
    }
    return () => {
      const left = editor.getModel() && editor.saveViewState();
      if (left) saved.set(openFile, left);
    };
  }, [openFile, opening]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scroll and selection are of one project
  useEffect(() => () => views.current.clear(), [opening]);

  useEffect(() => {
    if (!reveal || !live.current) return;
    const { editor } = live.current;
    const position = { lineNumber: reveal.line, column: reveal.column };
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position);
    editor.focus();
  }, [reveal]);

  useEffect(() => {
    const provide = () => provideWorkersTypes(project.getState().files);
    void provide();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = project.subscribe((now, before) => {
      if (now.files === before.files) return;
      clearTimeout(timer);
      timer = setTimeout(provide, 1000);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [project]);

  return <div ref={host} className="monaco-host" />;
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  model: null,
  theme: 'isolab',
  automaticLayout: true,
  fontSize: 13,
  lineHeight: 20,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  glyphMargin: false,
  folding: false,
  padding: { top: 8, bottom: 8 },
  minimap: { enabled: false },
  overviewRulerLanes: 2,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  fixedOverflowWidgets: true,
  tabSize: 2,
  quickSuggestions: { other: true, comments: false, strings: false },
  ariaLabel: 'Code of the open file',
};

/** Monaco measures the font itself, so it must have its name, not a variable. */
function monoFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim();
}

function placeOf(target: monaco.IRange | monaco.IPosition | undefined) {
  if (!target) return undefined;
  return 'lineNumber' in target
    ? { line: target.lineNumber, column: target.column }
    : { line: target.startLineNumber, column: target.startColumn };
}
