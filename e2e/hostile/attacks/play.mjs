/**
 * Plays an attack in the page and tells what its first request came to. Runs in the page: it uses nothing
 * from around it.
 *
 * @param {{ files: Record<string, string>, requests: number, upgrade: boolean }} attack
 * @returns {Promise<string>} `STATUS TEXT`, or `NAME: MESSAGE` where it was rejected; at most 1000 characters
 */
export async function playAttack({ files, requests, upgrade }) {
  const MOST = 4 * 1024 * 1024;
  const init = upgrade ? { headers: { Upgrade: 'websocket' } } : {};

  /** @param {ReadableStream<Uint8Array> | null} body */
  async function textOf(body) {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    const reader = body?.getReader();
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk?.value) return text;
      bytes += chunk.value.length;
      if (text.length < 1000) text += decoder.decode(chunk.value, { stream: true });
      if (bytes > MOST) {
        await reader?.cancel();
        return `cut after ${MOST} bytes`;
      }
    }
  }

  async function send() {
    try {
      const response = await window.isolab.fetch('/', init);
      const { webSocket } = response;
      if (!webSocket) return `${response.status} ${await textOf(response.body)}`;
      let heard = 0;
      webSocket.addEventListener('message', () => {
        heard += 1;
      });
      webSocket.accept();
      await new Promise((resolve) => setTimeout(resolve, 500));
      webSocket.close();
      return `101 heard ${heard > 0}`;
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }

  try {
    await window.isolab.open({ files });
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  const [first = ''] = await Promise.all(Array.from({ length: requests }, send));
  return first.slice(0, 1000);
}

/**
 * The files of an attack's project.
 *
 * @param {import('./attack.mjs').Attack} attack
 * @param {string} catcher address of whoever must not be reached
 * @param {string} name of the service, so that nobody's aborts slow another
 * @returns {Record<string, string>}
 */
export function filesOf({ source, configuration, files }, catcher, name) {
  const wrangler = JSON.stringify({ name, main: 'worker.js', ...configuration });
  const all = { 'wrangler.jsonc': wrangler, 'worker.js': source, ...files };
  return Object.fromEntries(
    Object.entries(all).map(([path, text]) => [path, text.replaceAll('CATCHER', catcher)]),
  );
}
