import * as v from 'valibot';
import type { ProjectFiles } from '../../runtime-worker/index';
import { lastWordsOf, savedAs } from '../project/saved-projects';
import type { ProjectStore } from '../project/store';
import { keeping } from './keeping';
import { callKept, nameOfKept } from './kept-projects';
import { isSame } from './same-files';
import { saveAsLast } from './saves';

/** ms after which a tab that has a project and answers nothing is taken for hung. */
const PATIENCE = 5000;

/** What tabs tell each other of a project. */
const Message = v.object({
  /** `asked`: who has it? `had`: I have. `wanted`: give it to me. */
  type: v.picklist(['asked', 'had', 'wanted']),
  id: v.string(),
});

/** What a guard asks of what saves. */
interface Saved {
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
  /** The open project as it was last saved, or as it was opened. */
  kept(): ProjectFiles;
}

export interface Guard {
  /** Settles once it is known whose the open project is now. */
  decided(): Promise<void>;
  /** Makes the open project this tab's: the tab that has it saves its last edit and gives it up. */
  takeOver(): void;
}

/** A tab's claim to a project: a Web Lock, so that it ends with the tab, however that ends. */
interface Claim {
  readonly id: string;
  readonly decided: Promise<void>;
  state(): 'asking' | 'had' | 'over';
  /** Another tab says that it has the project. */
  refuse(): void;
  /** Gives the project up, or no longer asks for it. */
  drop(): void;
}

/** The name of the lock that the tab which has a project open holds. */
export function lockOf(id: string): string {
  return `isolab:project:${id}`;
}

/**
 * Sees to it that one tab writes to a project. Another tab that opens it shows it, says so, and can take
 * it over; what is typed in a tab that does not have it becomes a copy.
 */
export function createGuard(project: ProjectStore, saving: Saved): Guard {
  const channel = new BroadcastChannel('isolab:projects');
  const tell = (type: v.InferOutput<typeof Message>['type'], id: string) =>
    channel.postMessage({ type, id });
  let claim = makeClaim('asks');

  function makeClaim(how: 'asks' | 'wants'): Claim {
    const { id } = project.getState();
    const waiting = new AbortController();
    const { promise: decided, resolve: decide } = Promise.withResolvers<void>();
    let state: ReturnType<Claim['state']> = 'asking';
    let release = () => {};

    const end = () => {
      state = 'over';
      clearTimeout(patience);
      waiting.abort();
      release();
      decide();
    };
    const leave = () => {
      if (state === 'over') return;
      end();
      if (claim === own) keeping.setState({ place: 'elsewhere' });
    };

    const granted = async () => {
      if (state === 'over') return;
      clearTimeout(patience);
      state = 'had';
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      if (!(await follow(id))) return leave();
      if (claim === own) keeping.setState({ place: 'here' });
      decide();
      await held;
    };

    const lock = (options: LockOptions) =>
      navigator.locks.request(lockOf(id), options, granted).catch((error) => {
        // Another tab waited in vain for this one, and took it. Where there are no locks at all, nothing is known.
        if (error instanceof DOMException && error.name === 'AbortError') {
          if (state === 'had') leave();
        } else end();
      });

    const patience = setTimeout(() => {
      if (how === 'asks') return leave();
      waiting.abort();
      void lock({ steal: true });
    }, PATIENCE);
    const own: Claim = {
      id,
      decided,
      state: () => state,
      refuse: () => {
        if (how === 'asks' && state === 'asking') leave();
      },
      drop: end,
    };

    if ('locks' in navigator) {
      void lock({ signal: waiting.signal });
      tell(how === 'asks' ? 'asked' : 'wanted', id);
    } else end();
    return own;
  }

  /**
   * Catches up with what another tab saved after this one had read it.
   * @returns whether the open project goes on from what is kept: false where both were edited.
   */
  async function follow(id: string): Promise<boolean> {
    const saved = await savedAs(id).catch(() => undefined);
    const { id: openId, files, name, reopen, call } = project.getState();
    if (openId !== id || !saved) return true;
    // What its page said last as it went is kept as all else is.
    if (lastWordsOf(id)) await saveAsLast(id, saved.files).catch(() => {});
    if (!isSame(saved.files, saving.kept())) {
      if (files !== saving.kept()) return isSame(saved.files, files);
      reopen(saved.files, 'saved', saved);
    } else if (saved.name !== name) call(saved.name);
    return true;
  }

  async function nameCopy(original: string, copy: string): Promise<void> {
    if (!('locks' in navigator)) return;
    const name = await nameOfKept(original, project.getState().files);
    const copyName = `${name} (copy)`;
    const isOpen = () => project.getState().id === copy;
    if (isOpen()) project.getState().call(copyName);
    await callKept(copy, copyName).catch(() => {});
    if (isOpen())
      project
        .getState()
        .notify(`${name} is open in another tab. What you type here is kept as ${copyName}.`);
  }

  project.subscribe((now, before) => {
    if (now.id === before.id) return;
    if (now.opening === before.opening) void nameCopy(before.id, now.id);
    const left = claim;
    // What was typed last in the project that is left is saved before another tab may have it.
    void saving.flush().then(left.drop);
    claim = makeClaim('asks');
  });

  channel.addEventListener('message', async ({ data }) => {
    const message = v.safeParse(Message, data);
    if (!message.success || message.output.id !== claim.id) return;
    const { type, id } = message.output;
    if (type === 'had') claim.refuse();
    else if (claim.state() !== 'had') return;
    else if (type === 'asked') tell('had', id);
    else {
      const given = claim;
      await saving.flush();
      given.drop();
      if (given === claim) keeping.setState({ place: 'elsewhere' });
    }
  });

  /** The tab that had the project may have gone since. */
  const askAgain = () => {
    if (keeping.getState().place !== 'elsewhere' || claim.state() !== 'over') return;
    claim = makeClaim('asks');
  };
  addEventListener('focus', askAgain);

  return {
    decided() {
      askAgain();
      return claim.decided;
    },
    takeOver() {
      claim.drop();
      claim = makeClaim('wants');
    },
  };
}
