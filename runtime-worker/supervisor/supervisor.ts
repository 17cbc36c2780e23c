import { createCompiler } from '../compiler/client';
import type { Diagnostic } from '../diagnostic';
import type { ProjectFiles } from '../project';
import type { PackageJsonChange } from '../resolved-versions';
import type { Runtime } from '../runtime';
import { DEFAULT_SETTINGS, type Policy, type Settings } from '../settings';
import { eventArrival, fetchArrival } from './arrival';
import { eventClient, fetchClient } from './client';
import { HouseCounters } from './counters';
import { EventLog } from './event-log';
import { House, type Visit } from './house';
import { Network } from './network';
import { ProjectCode } from './project-code';
import { Service } from './service';
import { type Tailed, Tails } from './tails';

/** The app's thread: the services of the open project, the houses they live in, and what happens. */
export function createSupervisor(): Runtime {
  const log = new EventLog();
  const counters = new HouseCounters();
  const visit: Visit = { log, counters, newId: idSource() };
  const house = new House(visit);
  const network = new Network();
  const tails = new Tails();
  const services = new Map<string, Service>();
  /** The twins' own, so that the process which one of them ends is its own. */
  const houses = new Map<Policy, House>();
  const diagnosticsListeners = new Set<(diagnostics: readonly Diagnostic[]) => void>();
  const versionsListeners = new Set<(change: PackageJsonChange) => void>();
  let settings: Settings = DEFAULT_SETTINGS;
  const code = new ProjectCode(
    createCompiler(),
    () => settings.cdn,
    (results) => {
      const diagnostics = results.flatMap((result) => result.diagnostics);
      for (const listener of diagnosticsListeners) listener(diagnostics);
      // One at a time: what another service looked up is told after the next compile.
      const change = results.flatMap((result) => (result.ok && result.packageJson) || [])[0];
      if (change) for (const listener of versionsListeners) listener(change);
    },
  );
  let names: readonly string[] = [];

  function service(name: string | undefined): Service {
    const wanted = name ?? names[0];
    const found = wanted === undefined ? undefined : services.get(wanted);
    if (found) return found;
    throw new Error(
      wanted === undefined
        ? 'No project is open.'
        : `There is no worker service ${JSON.stringify(wanted)}. The project has: ${names.join(', ')}.`,
    );
  }

  /**
   * A service of the open project's code, once for each name and policy.
   * @param twin The policy of its own, in a house of its own.
   */
  function ensureService(name: string, twin?: Policy): Service {
    const shown = twin ? `${name} · ${twin}` : name;
    const known = services.get(shown);
    if (known) return known;
    const made: Service = new Service({
      name: shown,
      house: twin ? houseOf(twin) : house,
      code: () => code.of(name),
      isOpen: () => names.includes(name),
      settings: () => ({ ...settings, ...code.of(name).settings, ...(twin && { policy: twin }) }),
      // A twin asks the twins of the others: they share its process.
      fireSubrequest: (target, arrival, client, by) => {
        if (target.kind === 'self') {
          made.fire(arrival, client);
          return;
        }
        const asked = target.kind === 'service' ? target.service : code.of(name).outbound();
        if (asked === undefined) {
          network.fire(visit, by, arrival, client);
        } else {
          if (!names.includes(asked)) throw new Error(`There is no worker service "${asked}".`);
          ensureService(asked, twin).fire(arrival, client);
        }
      },
      record: (id, arrival) => {
        const consumers = code.of(name).tailConsumers();
        const fire: Tailed['fire'] = (consumer, arrival, client) => {
          if (!names.includes(consumer)) return;
          try {
            ensureService(consumer, twin).fire(arrival, client);
          } catch (error) {
            // It has no isolate and gets none: nobody hears of the request.
            client.ended({ outcome: 'exception', error });
          }
        };
        return tails.record({ service: name, consumers, fire }, id, arrival);
      },
    });
    services.set(shown, made);
    return made;
  }

  function houseOf(twin: Policy): House {
    const home = houses.get(twin) ?? new House(visit);
    houses.set(twin, home);
    return home;
  }

  /** @param now The names of the project's services; none where it cannot be read as it is. */
  function changed(now: readonly string[]): void {
    if (now.length > 0) names = now;
    for (const each of services.values()) each.edit();
    for (const name of now) ensureService(name);
  }

  return {
    ready: house.spare.prepare(),
    open(files: ProjectFiles) {
      // It was switched on for the project that was open.
      network.switchOff();
      changed(code.open(files));
    },
    edit(files: ProjectFiles) {
      changed(code.edit(files));
    },
    fetch: (init) => service(init.service).fire(fetchArrival(init), fetchClient()),
    dispatch: (init) =>
      service(init.service).fire(
        eventArrival(init),
        eventClient(init.type === 'scheduled' ? { noRetry: false } : {}),
      ),
    async abortIsolate(reason, name) {
      service(name).abort(reason ?? null);
    },
    provoke: (what, name) => service(name).provoke(what),
    bundle: (name) => code.bundle(name),
    settings: () => ({ ...settings, ...code.of(service(undefined).name).settings }),
    configure(changes) {
      settings = { ...settings, ...changes };
    },
    networkIsOn: () => network.isOn,
    switchNetwork(on) {
      if (on) network.switchOn();
      else network.switchOff();
    },
    counters: () => counters.read(),
    async twin(policy: Policy) {
      const { name } = ensureService(service(undefined).name, policy);
      await houseOf(policy).spare.prepare();
      return name;
    },
    events: () => log.events,
    subscribe: (listener) => log.subscribe(listener),
    onDiagnostics(listener) {
      diagnosticsListeners.add(listener);
      return () => diagnosticsListeners.delete(listener);
    },
    onVersionsResolved(listener) {
      versionsListeners.add(listener);
      return () => versionsListeners.delete(listener);
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
