import {
  Binary,
  Braces,
  File,
  FileCode2,
  FileImage,
  FileText,
  type LucideIcon,
  Send,
  Settings,
} from 'lucide-react';

const ICONS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/(^|\/)wrangler\.jsonc?$/, Settings],
  [/\.(ts|tsx|mts|js|jsx|mjs|cjs|html|css|svg|sql|py)$/, FileCode2],
  [/\.jsonc?$/, Braces],
  [/\.http$/, Send],
  [/\.(png|jpe?g|gif|webp|avif|bmp|ico)$/i, FileImage],
  [/\.(md|txt)$/, FileText],
  [/\.(wasm|bin)$/, Binary],
];

/** What kind of file it is, as far as its name tells. */
export function FileIcon({ path }: { readonly path: string }) {
  const [, Icon] = ICONS.find(([pattern]) => pattern.test(path)) ?? [undefined, File];
  return <Icon size={14} strokeWidth={1.7} aria-hidden="true" className="file-icon" />;
}
