import { decompressFromEncodedURIComponent } from 'lz-string';
import * as v from 'valibot';
import type { FileEntry } from '../checked-files';
import { LinkError } from '../link-error';
import { unpackedLength } from './unpacked-length';

/** What a form says of the worker in it, as far as their own page reads it. */
const Metadata = v.object({
  main_module: v.fallback(v.string(), 'index.js'),
  compatibility_date: v.fallback(v.optional(v.string()), undefined),
  compatibility_flags: v.fallback(v.optional(v.array(v.string())), undefined),
});

/** Types of the parts that are modules. Others, such as Wasm, do not survive being text in a link. */
const OF_MODULES = /^(text\/|application\/(javascript|typescript|json)\b)/;

const CONFIGURATION = /^wrangler\.(jsonc|json|toml)$/;

/**
 * Reads a link of Cloudflare's Playground, as `packages/workers-playground` of cloudflare/workers-sdk makes
 * them: lz-string of a content type, a colon, and a multipart form with a part for each module and
 * one named `metadata`. What that says becomes a `wrangler.jsonc`.
 * @param most characters that it may unpack to.
 * @returns the files, with names as they came.
 * @throws {LinkError}
 */
export async function readCloudflareLink(
  textOrUrl: string,
  most: number,
): Promise<readonly FileEntry[]> {
  const form = await formOf(unpacked(fragmentOf(textOrUrl), most));
  const metadata = await metadataOf(form.get('metadata'));
  const modules: FileEntry[] = [];
  for (const [name, part] of form) {
    if (name === 'metadata' || typeof part === 'string' || !OF_MODULES.test(part.type)) continue;
    // Not text(): that takes a byte order mark away.
    const bytes = await part.arrayBuffer();
    modules.push([name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]);
  }
  const main = metadata.main_module;
  if (!modules.some(([name]) => name === main)) {
    throw new LinkError(
      `This link of Cloudflare's Playground says that its main module is ${JSON.stringify(main)}, and has no such module.`,
    );
  }
  if (main.endsWith('.py')) {
    throw new LinkError(
      "This link of Cloudflare's Playground is a Worker in Python, which Isolab does not run.",
    );
  }
  const configured = modules.some(([name]) => CONFIGURATION.test(name));
  if (configured) return modules;
  return [['wrangler.jsonc', configurationOf(metadata, nameOf(textOrUrl))], ...modules];
}

function fragmentOf(textOrUrl: string): string {
  const text = textOrUrl.trim();
  const at = text.indexOf('#');
  if (at < 0 && text.includes(':')) return '';
  // Mail programs break long lines, and forms make a space of a plus.
  return text
    .slice(at + 1)
    .replace(/[\r\n\t]+/g, '')
    .replaceAll(' ', '+');
}

function unpacked(fragment: string, most: number): string {
  if (fragment === '') {
    throw new LinkError(
      "This link of Cloudflare's Playground has no worker in it: copy it with all that is after #.",
    );
  }
  const strange = /[^\w+$-]|_/u.exec(fragment);
  if (strange) {
    throw new LinkError(
      `This link of Cloudflare's Playground was altered: it has a ${JSON.stringify(strange[0])} in it, which no such link has. Copy it again from where it came.`,
    );
  }
  const length = unpackedLength(fragment, most);
  if (length === undefined) throw new LinkError(SPOILED);
  if (length > most) {
    throw new LinkError(
      `This link of Cloudflare's Playground is refused: it unpacks to more than ${(most / 2 ** 20).toFixed(1)} MB.`,
    );
  }
  // Its types do not say so, and it is null where a text is broken.
  const text: string | null = decompressFromEncodedURIComponent(fragment);
  if (text === null) throw new LinkError(SPOILED);
  return text;
}

async function formOf(text: string): Promise<FormData> {
  const colon = text.indexOf(':');
  const type = text.slice(0, colon);
  if (!/^multipart\/form-data; *boundary=/i.test(type)) throw new LinkError(SPOILED);
  try {
    const headers = { 'content-type': type };
    return await new Response(text.slice(colon + 1), { headers }).formData();
  } catch {
    throw new LinkError(SPOILED);
  }
}

async function metadataOf(part: FormDataEntryValue | null) {
  try {
    const text = part === null || typeof part === 'string' ? part : await part.text();
    return v.parse(Metadata, JSON.parse(text ?? '{}'));
  } catch {
    return v.parse(Metadata, {});
  }
}

/** Their page keeps the worker's name beside the fragment. */
function nameOf(textOrUrl: string): string {
  const name = /[?&]name=([a-z0-9][a-z0-9-]{0,62})(?=[&#]|$)/.exec(textOrUrl.trim());
  return name?.[1] ?? 'workers-playground';
}

function configurationOf(metadata: v.InferOutput<typeof Metadata>, name: string): string {
  const { main_module: main, ...compatibility } = metadata;
  return `${JSON.stringify({ name, main, ...compatibility }, null, 2)}\n`;
}

const SPOILED =
  "This link of Cloudflare's Playground is cut short or was altered. Copy the whole link from where it came.";
