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
      // The client hears of it. The instance stays as it is.
      return new Response(`${error}\n`, { status: 500 });
    }
  },
} satisfies ExportedHandler<Env>;
