/** What `@cloudflare/workers-types` lacks. */
export const ABORT_ISOLATE_TYPES = `declare namespace CloudflareWorkersModule {
  /**
   * Destroys this isolate at once: every request in flight is rejected with the reason, the next one gets
   * a fresh isolate. It never returns: no \`catch\`, \`finally\`, timer or other request's code runs after it.
   *
   * - **In production** it does what exceeding twice the memory limit does
   *   ([about isolates](https://developers.cloudflare.com/workers/reference/how-workers-works/#isolates)).
   * - **Here** the same, unless the menu Isolate has another policy.
   * - **Under workerd** on one machine (\`wrangler dev\`) the process ends, and every Worker with it;
   *   connections are cut without the reason.
   *
   * @param reason Why: it is in the message of the error that everything in flight is rejected with.
   */
  export function abortIsolate(reason?: string): never;
}
`;
