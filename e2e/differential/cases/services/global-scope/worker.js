import { env } from 'cloudflare:workers';

const seen = await env.OTHER.fetch('https://other.example').catch(({ name, message }) => `${name}: ${message}`);

export default {
  fetch: () => new Response(seen),
};
