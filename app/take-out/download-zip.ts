import { type Bundle, type Runtime, readServices } from '../../runtime-worker/index';
import { configuredWorkers } from '../editor/configured-workers';
import type { ProjectStore } from '../project/store';
import { download } from '../ui/download';
import { MADE_HERE, workerdFiles } from './workerd-config';
import { packageName, wranglerProject } from './wrangler-project';
import { zipOf } from './zip-of';

/**
 * Has the open project downloaded as a zip: complete for wrangler, and for `workerd` alone where it can be
 * bundled. Says what is not in it.
 */
export async function downloadZip(project: ProjectStore, runtime: Runtime): Promise<void> {
  const { getState } = project;
  getState().flush();
  const { files } = getState();
  const whole = wranglerProject(files);
  const { alone, problem } = await forWorkerd(project, runtime);
  const name = packageName(configuredWorkers(files)[0]?.name);
  const zip = zipOf({ ...whole, ...alone }, name);
  download(`${name}.zip`, new Blob([zip], { type: 'application/zip' }));
  getState().notify(
    problem &&
      `The zip has no config.capnp for workerd alone, only the wrangler project: ${problem}`,
  );
}

/** What `workerd` needs without wrangler, or why it cannot be had. */
async function forWorkerd(project: ProjectStore, runtime: Runtime) {
  const { files } = project.getState();
  const config = files['config.capnp'];
  if (config !== undefined && !String(config).startsWith(MADE_HERE)) {
    return { alone: {}, problem: undefined };
  }
  try {
    const bundles = new Map<string, Bundle>();
    for (const { name } of readServices(files)) {
      const result = await runtime.bundle(name);
      if (!result.ok) return { alone: {}, problem: result.diagnostics[0]?.error.message };
      bundles.set(name, result.bundle);
    }
    return { alone: workerdFiles(files, bundles), problem: undefined };
  } catch (error) {
    // The configuration cannot be read; it is taken along as it is.
    return { alone: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}
