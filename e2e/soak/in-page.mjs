/**
 * What the soak drives a page with. Runs in the page: it uses nothing from around it.
 *
 * @returns what is to be called from outside; all of it data
 */
export function createSoak() {
  /** Requests by how they came back; `open` are those that did not yet. */
  const requests = { fired: 0, answered: 0, rejected: 0, open: 0 };
  /** @type {Record<string, number>} by the error's name */
  const faults = {};
  let longestGap = 0;
  let beat = performance.now();
  // A timer that comes late says how long the page could answer nobody. One that was asleep says nothing.
  setInterval(() => {
    const now = performance.now();
    if (!document.hidden) longestGap = Math.max(longestGap, now - beat - 20);
    beat = now;
  }, 20);

  let blobUrls = 0;
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (...values) => {
    blobUrls += 1;
    return Reflect.apply(createObjectURL, URL, values);
  };
  URL.revokeObjectURL = (url) => {
    blobUrls -= 1;
    Reflect.apply(revokeObjectURL, URL, [url]);
  };

  /** @param {string} path */
  async function fire(path) {
    requests.fired += 1;
    requests.open += 1;
    try {
      const response = await window.isolab.fetch(path);
      // `arrayBuffer()` would say that fetching failed, not why.
      const reader = response.body?.getReader();
      while (reader && !(await reader.read()).done);
      requests.answered += 1;
    } catch (error) {
      requests.rejected += 1;
      const name =
        error instanceof Error ? `${error.name}: ${error.message.split(':')[0]}` : 'other';
      faults[name] = (faults[name] ?? 0) + 1;
    } finally {
      requests.open -= 1;
    }
  }

  return {
    /** @param {readonly string[]} paths */
    burst(paths) {
      for (const path of paths) void fire(path);
    },
    /** @param {Record<string, string>} files */
    open: (files) => window.isolab.open({ files }),
    /** @param {string} reason */
    abort: (reason) => window.isolab.abortIsolate(reason),
    /** Until nothing is open any more, or for so many ms. @param {number} patience */
    async drain(patience) {
      const end = performance.now() + patience;
      while (requests.open > 0 && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return requests.open;
    },
    state: () => ({
      ...requests,
      faults,
      longestGap,
      blobUrls,
      events: window.isolab.events().length,
      aborts: window.isolab.events().filter(({ type }) => type === 'isolate.aborted').length,
      frames: document.querySelectorAll('iframe').length,
    }),
  };
}
