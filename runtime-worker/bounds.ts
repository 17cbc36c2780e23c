/** Bytes of a response body that an isolate may send ahead of its reader. */
export const BODY_WINDOW = 256 * 1024;

/** The largest piece of a body in one message, in bytes. */
export const BODY_CHUNK = 64 * 1024;

/** The largest message of a WebSocket, in bytes of UTF-8; as workerd's WEBSOCKET_MAX_MESSAGE_SIZE. */
export const SOCKET_MESSAGE_LIMIT = 32 * 1024 * 1024;

/** An isolate may send messages of a WebSocket until those that nobody took cost so much. */
export const SOCKET_WINDOW = 1024 * 1024;

/** The longest text in one message (a log line, a stack, a header), in UTF-16 units. The isolate cuts. */
export const TEXT_LIMIT = 64 * 1024;

/** So many headers of a request or a response. */
export const HEADERS = 1000;

/** So many causes and gathered errors are told of one that was thrown. */
export const RELATED_LIMIT = 20;

/** So deep may requests make requests. */
export const SUBREQUEST_DEPTH_LIMIT = 16;

/** So many subrequests an isolate may have under way. */
export const SUBREQUESTS_LIMIT = 1000;

/** The largest value of RPC, in bytes as V8 writes them; as workerd's MAX_JS_RPC_MESSAGE_SIZE. */
export const RPC_BYTES = 32 * 1024 * 1024;

/** So many values one message of RPC is made of, and so deep are they in each other. */
export const RPC_VALUES = 1_000_000;
export const RPC_DEPTH = 1200;

/** So many messages of an RPC session wait for its target to start. */
export const RPC_WAITING = 1000;

/** So much is recorded of a request for those who tail its service, in bytes; as workerd's MAX_TRACE_BYTES. */
export const TRACE_BYTES = 256 * 1024;

/** So much of what was recorded may be on its way to consumers that have not taken it, in bytes, and how often. */
export const TAILED_BYTES = 64 * 1024 * 1024;
export const TAIL_EVENTS = 1000;

/** What a message of a WebSocket costs of {@link SOCKET_WINDOW}: its length, and something for an empty one. */
export function socketCost(data: string | Uint8Array): number {
  return data.length + 256;
}

/** So many URLs of isolates' code a frame keeps that no isolate starts from. */
export const SCRIPTS_KEPT = 16;

/** The largest body that `caches` keep, in bytes; of all bodies together, and how many there are. */
export const CACHE_ENTRY_BYTES = 8 * 1024 * 1024;
export const CACHE_BYTES = 64 * 1024 * 1024;
export const CACHE_ENTRIES = 1000;

/** Of the objects among the values of one console call so much is told: how many, and their entries together. */
export const PREVIEW_OBJECTS = 100;
export const PREVIEW_ENTRIES = 400;

/** Of a table: its rows are objects. */
export const TABLE_OBJECTS = 1001;
export const TABLE_ENTRIES = 10_000;

/** So many entries of one object are told, so long a text in it, and so much text in all, in UTF-16 units. */
export const PREVIEW_OBJECT_ENTRIES = 1000;
export const PREVIEW_TEXT = 4000;
export const PREVIEW_CHARACTERS = 64 * 1024;

/** So many timers of a request may be active at once; as workerd's MAX_TIMEOUTS. */
export const TIMERS = 10_000;

/**
 * So many lines of a log may wait to be read, and so much text, in UTF-16 units: the rest is dropped. What waits
 * is what was sent since the supervisor last asked, or within a second.
 */
export const LOG_LINES = 10_000;
export const LOG_CHARACTERS = 8 * 1024 * 1024;

/** So many messages of an isolate may wait to be read: one that sends more is destroyed. */
export const MESSAGES = 100_000;

/** So many isolates may run at once in a house: each is a thread. */
export const ISOLATES = 32;
