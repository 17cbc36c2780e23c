import { parseKeybinding } from 'tinykeys';

const NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Meta: '⌘',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Period: '.',
};

/**
 * The keys of a binding as they are printed on a keyboard, each press's in their order.
 * @param binding as tinykeys writes it: `$mod+Shift+Enter`
 */
export function keyNames(binding: string): string[] {
  return parseKeybinding(binding).flatMap(([modifiers, key]) => [
    ...modifiers.map((modifier) => NAMES[modifier] ?? modifier),
    nameOf(String(key)),
  ]);
}

function nameOf(key: string): string {
  if (/^Key[A-Z]$/.test(key)) return key.slice(-1);
  if (/^Digit\d$/.test(key)) return key.slice(-1);
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
