import { Button } from 'react-aria-components';
import type { ProjectFiles } from '../../runtime-worker/index';
import { showRunView } from '../layout/layout';
import { useProjectStore } from '../project/context';
import { Markdown } from '../readme/Markdown';
import { DialogFrame } from '../ui/DialogFrame';
import { EXAMPLES } from './all';
import '../ui/Button.css';
import './Gallery.css';

/** The examples, to choose from. One opens as a project of its own; what was open is kept. */
export function Gallery({ onClose }: { readonly onClose: () => void }) {
  const project = useProjectStore();

  const open = (files: ProjectFiles) => {
    onClose();
    project.getState().open(files, 'example');
    showRunView('requests');
  };

  return (
    <DialogFrame title="Examples" width="wide" onClose={onClose}>
      <ul className="gallery-list">
        {[...EXAMPLES].map(([name, files]) => {
          const { title, text } = readmeOf(files);
          return (
            <li key={name} className="gallery-card">
              <h3>{title}</h3>
              <div className="gallery-text">
                <Markdown text={text} heading="h3" />
              </div>
              <Button
                className="button button-plain"
                aria-label={`Open ${name}`}
                onPress={() => open(files)}
              >
                Open <span className="gallery-name">{name}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </DialogFrame>
  );
}

/** A README is a line with the title, and a paragraph. */
function readmeOf(files: ProjectFiles): { readonly title: string; readonly text: string } {
  const [title = '', ...paragraphs] = String(files['README.md']).split('\n\n');
  return { title: title.replace(/^# |`/g, ''), text: paragraphs.join('\n\n') };
}
