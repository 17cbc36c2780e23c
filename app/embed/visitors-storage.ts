import { createJSONStorage, type StateStorage } from 'zustand/middleware';
import { isEmbedded } from './is-embedded';

const NOTHING: StateStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };

/** Where a store keeps what it keeps for the next visit. In an embed that is nowhere. */
export function visitorsStorage<Kept>() {
  return createJSONStorage<Kept>(() => (isEmbedded ? NOTHING : localStorage));
}
