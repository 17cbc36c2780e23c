import type { Declared } from './binding-types';
import { fieldOf, listOf, stringOf } from './configured-workers';

/** From this compatibility date on, `process.env` of Node.js has the variables and secrets. */
const POPULATED_SINCE = '2025-04-01';

/** The types of `process.env`, where the Worker has them there. */
export function processEnvironment(configuration: unknown, declared: readonly Declared[]): string {
  const texts = declared.filter(({ text }) => text).map(({ name }) => JSON.stringify(name));
  if (texts.length === 0 || !isPopulated(configuration)) return '';
  return `
type StringifyValues<EnvType extends Record<string, unknown>> = {
	[Binding in keyof EnvType]: EnvType[Binding] extends string ? EnvType[Binding] : string;
};
declare namespace NodeJS {
	interface ProcessEnv extends StringifyValues<Pick<Cloudflare.Env, ${texts.join(' | ')}>> {}
}`;
}

function isPopulated(configuration: unknown): boolean {
  const flags = listOf(fieldOf(configuration, 'compatibility_flags'));
  if (!flags.includes('nodejs_compat')) return false;
  if (flags.includes('nodejs_compat_populate_process_env')) return true;
  if (flags.includes('nodejs_compat_do_not_populate_process_env')) return false;
  return (stringOf(configuration, 'compatibility_date') ?? '') >= POPULATED_SINCE;
}
