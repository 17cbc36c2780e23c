import { storyExample } from '../examples/index';
import { savedAs } from '../project/saved-projects';
import type { ProjectStore } from '../project/store';
import { lockOf } from './guard';
import { callKept, keep, listKept, nameOfKept, type TakenAway, takeAway } from './kept-projects';
import { NEW_PROJECT } from './new-project';
import { rememberOpen } from './saves';
import type { Saving } from './saving';

/** The most letters that a project's name may have. */
export const LONGEST_NAME = 100;

/** What is done to the open project and to those that are kept. */
export interface Projects {
  readonly project: ProjectStore;
  readonly saving: Saving;
}

/** Opens a new project, with the least that it needs. */
export function openNew({ project }: Projects): void {
  project.getState().reopen(NEW_PROJECT, 'new');
}

/** Opens a kept project, to go on with it. @throws where it cannot be read. */
export async function openKept({ project, saving }: Projects, id: string): Promise<void> {
  if (project.getState().id === id) return;
  await saving.flush();
  const left = saving.unkept.get(id);
  const saved = left ? { id, files: left } : await savedAs(id);
  if (!saved) throw new Error('This project is no longer there, or cannot be read.');
  project.getState().reopen(saved.files, 'saved', saved);
  await rememberOpen(id).catch(() => {});
}

/** Gives a project a name; an empty one is again that of its worker service. @throws where storage refuses. */
export async function rename({ project }: Projects, id: string, typed: string): Promise<void> {
  const name = typed.trim().slice(0, LONGEST_NAME) || undefined;
  await callKept(id, name);
  if (project.getState().id === id) project.getState().call(name);
}

/** Keeps a copy of a project. @returns its id. @throws where storage refuses. */
export async function duplicate({ project, saving }: Projects, id: string): Promise<string> {
  const isOpen = project.getState().id === id;
  if (isOpen) await saving.flush();
  const files = isOpen ? project.getState().files : (await savedAs(id))?.files;
  if (!files) throw new Error('This project is no longer there, or cannot be read.');
  return keep(`${await nameOfKept(id, files)} (copy)`, files);
}

/**
 * Deletes a project. Where it is the open one, another comes in its place: that which was edited last,
 * else the story.
 * @returns how it is put back.
 * @throws where another tab has it open, or storage refuses.
 */
export async function remove(projects: Projects, id: string): Promise<TakenAway> {
  const { project, saving } = projects;
  if (project.getState().id === id) {
    await saving.flush();
    const next = (await listKept()).projects.find((other) => other.id !== id);
    if (next) await openKept(projects, next.id);
    else project.getState().reopen(storyExample(), 'example');
    // What was open gives its claim up once that is saved.
    await saving.flush();
  } else if (await isOpenElsewhere(id)) {
    throw new Error('This project is open in another tab. Close it there, then delete it.');
  }
  return takeAway(id);
}

async function isOpenElsewhere(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockOf(id));
}
