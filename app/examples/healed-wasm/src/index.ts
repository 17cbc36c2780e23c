import { abortIsolate } from 'cloudflare:workers';
import counter from './counter.wasm';

// One instance for all requests of this isolate, with its memory and its lock.
const { exports } = new WebAssembly.Instance(counter);
const add = exports.add as (amount: number) => number;

export default {
  fetch(request) {
    const { searchParams } = new URL(request.url);
    const amount = Number(searchParams.get('amount') ?? 1);
    try {
      return new Response(`The count is ${add(amount)}.\n`);
    } catch (error) {
      // After a trap nobody knows what state the instance is in.
      abortIsolate(`Wasm trapped: ${error}`);
    }
  },
} satisfies ExportedHandler<Env>;
