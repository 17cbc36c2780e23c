import type { CaseEvent, Result } from './case';

/** What fires events: `window.isolab`, or a service binding inside of `workerd`. */
export interface Player {
  fetch(url: string, init: RequestInit): Promise<Response>;
  scheduled(event: Extract<CaseEvent, { type: 'scheduled' }>): Promise<{ outcome: string }>;
  queue(event: Extract<CaseEvent, { type: 'queue' }>): Promise<{ outcome: string }>;
  /** Only in the page: `workerd` runs tests by a command of their own. */
  test?(event: Extract<CaseEvent, { type: 'test' }>): Promise<{ outcome: string }>;
}

/**
 * Fires one event and reads what comes of it. Its source runs in the page and in `workerd`, so it uses
 * nothing from around it.
 */
export async function play(player: Player, event: CaseEvent): Promise<Result> {
  const errorSeen = (error: unknown) => {
    const { name, message } = error as Error;
    return { name, message };
  };

  /** An upgrade's WebSocket, as both sides have it. */
  interface Socket extends EventTarget {
    accept(): void;
    send(data: string): void;
    close(code: number, reason: string): void;
  }

  async function talk(socket: Socket, messages: readonly string[]): Promise<unknown[]> {
    const heard: unknown[] = [];
    const closed = new Promise<void>((resolve) => {
      socket.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
      socket.addEventListener('close', (event) => {
        const { code, reason, wasClean } = event as CloseEvent;
        heard.push({ code, reason, wasClean });
        resolve();
      });
    });
    socket.accept();
    for (const message of messages) socket.send(message);
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      socket.close(1000, 'done');
    } catch {
      // The worker closed it first.
    }
    await closed;
    return heard;
  }

  try {
    if (event.type !== 'fetch') {
      const result: { outcome: string; error?: unknown } | undefined = await (event.type === 'queue'
        ? player.queue(event)
        : event.type === 'test'
          ? player.test?.(event)
          : player.scheduled(event));
      if (!result) throw new Error('Nobody plays tests here.');
      // What ended it is in its exceptions.
      const { error: _, ...told } = result;
      return told;
    }
    const { path, method = 'GET', headers = {}, body } = event;
    const response = await player.fetch(`https://playground.example${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const head = {
      status: response.status,
      headers: [...response.headers].map(([name, value]) => [name, value]),
    };
    const { webSocket } = response as Response & { webSocket?: Socket | null };
    if (webSocket) {
      return { ...head, body: '', socket: await talk(webSocket, event.socket ?? []) };
    }
    return { ...head, body: await response.text().catch(errorSeen) };
  } catch (error) {
    return { error: errorSeen(error) };
  }
}
