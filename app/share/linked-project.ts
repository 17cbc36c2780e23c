import * as v from 'valibot';
import type { ProjectFiles } from '../../runtime-worker/index';

const Percent = v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(80));

/** What of the page's layout a link may ask for: the names are those of `app/layout`. */
export const AskedLayout = v.object({
  view: v.optional(v.picklist(['requests', 'console', 'scenario'])),
  hidden: v.optional(v.pipe(v.array(v.picklist(['editor', 'run', 'timeline'])), v.maxLength(3))),
  editorWidth: v.optional(Percent),
  topHeight: v.optional(Percent),
});
export type AskedLayout = v.InferOutput<typeof AskedLayout>;

/** What a link carries. */
export interface LinkedProject {
  readonly files: ProjectFiles;
  /** The file to be shown; by default the main module. */
  readonly openFile?: string | undefined;
  /** How the page is to look for this visit. */
  readonly layout?: AskedLayout | undefined;
}
