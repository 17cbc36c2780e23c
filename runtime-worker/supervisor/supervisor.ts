import { createCompiler } from '../compiler/client';
import type { Diagnostic } from '../diagnostic';
import type { ProjectFiles } from '../project';
import type { Runtime } from '../runtime';
import { DEFAULT_SETTINGS, type Policy, type Settings } from '../settings';
import { eventArrival, fetchArrival } from './arrival';
import { eventClient, fetchClient } from './client';
import { HouseCounters } from './counters';
import { EventLog } from './event-log';
import { House, type Visit } from './house';
import { ProjectCode } from './project-code';
import { Service } from './service';

/** The app's thread: the services of the open project, the houses they live in, and what happens. */
export function createSupervisor(): Runtime {
  const log = new EventLog();
  const counters = new HouseCounters();
  const visit: Visit = { log, counters, newId: idSource() };
  const house = new House(visit);
  const services = new Map<string, Service>();
  /** The twins' own, so that the process which one of them ends is its own. */
  const houses = new Map<Policy, House>();
  const diagnosticsListeners = new Set<(diagnostics: readonly Diagnostic[]) => void>();
  const code = new ProjectCode(createCompiler(), (diagnostics) => {
    for (const listener of diagnosticsListeners) listener(diagnostics);
  });
  let settings: Settings = DEFAULT_SETTINGS;
  let main: string | undefined;

  function service(name: string | undefined): Service {
    const wanted = name ?? main;
    const found = wanted === undefined ? undefined : services.get(wanted);
    if (found) return found;
    throw new Error(
      wanted === undefined
        ? 'No project is open.'
        : `There is no worker service ${JSON.stringify(wanted)}. The project has: ${main}.`,
    );
  }

  /** A service of the open project's code, once for each name. */
  function ensureService(name: string, home: () => House, own: Partial<Settings> = {}): void {
    if (services.has(name)) return;
    const current = () => ({ ...settings, ...code.current().settings, ...own });
    services.set(name, new Service(name, home(), () => code.current(), current));
  }

  function changed(): void {
    for (const each of services.values()) each.edit();
  }

  return {
    ready: house.spare.prepare(),
    open(files: ProjectFiles) {
      const { name } = code.open(files);
      changed();
      main = name;
      ensureService(name, () => house);
    },
    edit(files: ProjectFiles) {
      code.edit(files);
      changed();
    },
    fetch: (init) => service(init.service).fire(fetchArrival(init), fetchClient()),
    dispatch: (init) => service(init.service).fire(eventArrival(init), eventClient()),
    async abortIsolate(reason, name) {
      service(name).abort(reason ?? null);
    },
    provoke: (what, name) => service(name).provoke(what),
    settings: () => ({ ...settings, ...code.current().settings }),
    configure(changes) {
      settings = { ...settings, ...changes };
    },
    counters: () => counters.read(),
    async twin(policy: Policy) {
      const name = `${service(undefined).name} · ${policy}`;
      const home = houses.get(policy) ?? new House(visit);
      houses.set(policy, home);
      ensureService(name, () => home, { policy });
      await home.spare.prepare();
      return name;
    },
    events: () => log.events,
    subscribe: (listener) => log.subscribe(listener),
    onDiagnostics(listener) {
      diagnosticsListeners.add(listener);
      return () => diagnosticsListeners.delete(listener);
    },
  };
}

function idSource(): Visit['newId'] {
  let last = 0;
  return (of) => {
    last += 1;
    return `${of}-${last}`;
  };
}
