import { waitUntil } from 'cloudflare:workers';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

const atTheTop = [seen(() => waitUntil(Promise.resolve())), seen(() => waitUntil(5)), seen(() => waitUntil())];

export default {
  fetch: () => Response.json([atTheTop, seen(() => waitUntil()), String(seen(() => waitUntil(5)))]),
};
