import * as v from 'valibot';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { visitorsStorage } from '../embed/visitors-storage';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
/** `contrast`: high contrast, light or dark as the system is. */
export type Theme = (typeof THEMES)[number];

export const SCREENS = ['laptop', 'projector'] as const;
/** `projector`: large and calm, for a room that looks at it from afar. */
export type Screen = (typeof SCREENS)[number];

const Look = v.object({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  screen: v.fallback(v.picklist(SCREENS), 'laptop'),
});
type Look = v.InferOutput<typeof Look>;

/** How the page looks, as it was chosen; kept for the next visit, where the browser lets it. An embed's address says it. */
export const look = createStore<Look>()(
  persist(() => v.parse(Look, {}), {
    // public/look.js reads it under this name before anything is painted.
    name: 'isolab:look',
    storage: visitorsStorage(),
    merge: (kept) => v.parse(Look, kept ?? {}),
  }),
);

look.subscribe((chosen) => dispatchEvent(new CustomEvent('isolab:look', { detail: chosen })));
