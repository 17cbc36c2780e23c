import { mainModuleOf } from '../../runtime-worker/index';
import type { ProjectState } from '../project/store';
import type { LinkedProject } from './linked-project';

/** What a link to the open project carries: the files, and which is shown where that is another than a link shows by itself. */
export function sharedProject({
  files,
  openFile,
}: Pick<ProjectState, 'files' | 'openFile'>): LinkedProject {
  return openFile === '' || openFile === mainModuleOf(files) ? { files } : { files, openFile };
}
