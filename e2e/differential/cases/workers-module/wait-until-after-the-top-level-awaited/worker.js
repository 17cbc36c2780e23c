import { waitUntil } from 'cloudflare:workers';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

await null;
const later = seen(() => waitUntil(Promise.resolve()));

export default {
  fetch: () => Response.json(later),
};
