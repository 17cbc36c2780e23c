export default {
  async fetch() {
    const error = new RangeError('why');
    const failed = new ErrorEvent('error', { message: 'm', filename: 'f', lineno: 1, colno: 2, error });
    const message = new MessageEvent('message', { data: { a: 1 } });
    const close = new CloseEvent('close', { code: 1001, reason: 'r', wasClean: true });
    return Response.json([
      [failed.message, failed.filename, failed.lineno, failed.colno, failed.error === error],
      [message.data, message.origin, message.lastEventId, message.source, message.ports],
      [close.code, close.reason, close.wasClean],
    ]);
  },
};
