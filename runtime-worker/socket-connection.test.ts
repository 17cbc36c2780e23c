import { expect, test } from 'vitest';
import { READY_STATE, SocketConnection, type SocketFrame } from './socket-connection';

/** Two connected ends, whose deliveries run when the test says so. */
function pair() {
  const tasks: (() => void)[] = [];
  const schedule = (work: () => void) => tasks.push(work);
  const a: SocketConnection = new SocketConnection((frame) => b.receive(frame), schedule);
  const b = new SocketConnection((frame) => a.receive(frame), schedule);
  const runAll = () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) task();
  };
  return { a, b, tasks, runAll };
}

function accepted(connection: SocketConnection, halfOpen = false): SocketFrame[] {
  const frames: SocketFrame[] = [];
  connection.accept((frame) => frames.push(frame), halfOpen);
  return frames;
}

const message = (data: string): SocketFrame => ({ type: 'message', data });

test('what comes before accept() waits for it, in order', () => {
  const { a, b, runAll } = pair();
  accepted(a);
  a.send('1');
  a.send('2');
  runAll();
  const frames = accepted(b);
  runAll();
  expect(frames).toEqual([message('1'), message('2')]);
});

test('each delivery is a task of its own', () => {
  const { a, b, tasks } = pair();
  const frames = accepted(b);
  accepted(a);
  a.send('1');
  a.send('2');
  tasks.shift()?.();
  expect(frames).toEqual([message('1')]);
});

test('a close is answered with its own code, and both ends are closed', () => {
  const { a, b, runAll } = pair();
  const [atA, atB] = [accepted(a), accepted(b)];
  a.close(3001, 'bye');
  expect(a.readyState).toBe(READY_STATE.CLOSING);
  runAll();
  const close = { type: 'close', code: 3001, reason: 'bye' };
  expect([atA, atB]).toEqual([[close], [close]]);
  expect([a.readyState, b.readyState]).toEqual([READY_STATE.CLOSED, READY_STATE.CLOSED]);
});

test('a half-open end can send after it got the close', () => {
  const { a, b, runAll } = pair();
  const atA = accepted(a);
  accepted(b, true);
  a.close(1000, '');
  runAll();
  expect(b.readyState).toBe(READY_STATE.CLOSING);
  b.send('last words');
  runAll();
  expect(atA).toEqual([message('last words')]);
});

test('nothing comes after the close', () => {
  const { b, runAll } = pair();
  const frames = accepted(b);
  b.receive({ type: 'close', code: 1000, reason: '' });
  b.receive(message('late'));
  b.receive({ type: 'lost', error: undefined });
  runAll();
  expect(frames).toEqual([{ type: 'close', code: 1000, reason: '' }]);
});

test('a lost connection is closed, and sending on it does nothing', () => {
  const { a, b, runAll } = pair();
  const atB = accepted(b);
  accepted(a);
  a.receive({ type: 'lost', error: undefined });
  runAll();
  expect(a.readyState).toBe(READY_STATE.CLOSED);
  a.send('into the void');
  runAll();
  expect(atB).toEqual([]);
});

test('an end that was cut gets nothing more', () => {
  const { a, b, runAll } = pair();
  const atA = accepted(a);
  const atB = accepted(b);
  b.send('under way');
  a.cut('thrown');
  runAll();
  expect(atA).toEqual([]);
  expect(atB).toEqual([{ type: 'threw', error: 'thrown' }]);
});

test('a coupled end passes on what came before and what comes after', () => {
  const { a, b } = pair();
  const passedOn: SocketFrame[] = [];
  accepted(b);
  b.send('before');
  a.couple((frame) => passedOn.push(frame));
  b.send('after');
  expect(passedOn).toEqual([message('before'), message('after')]);
});

test('what comes back to a coupled end goes to the other one', () => {
  const { a, b, runAll } = pair();
  const atB = accepted(b);
  a.couple(() => {})(message('back'));
  runAll();
  expect(atB).toEqual([message('back')]);
});

test('an end that is in use cannot be coupled, and a coupled one not accepted', () => {
  const { a, b } = pair();
  accepted(a);
  expect(() => a.couple(() => {})).toThrow('after calling accept()');
  b.couple(() => {});
  expect(() => b.couple(() => {})).toThrow('already used in a response');
  expect(() => accepted(b)).toThrow('already used in a response');
});

test('sending needs accept(), and no close() before it', () => {
  const { a } = pair();
  expect(() => a.send('x')).toThrow('You must call one of accept()');
  accepted(a);
  a.close(1000, '');
  expect(() => a.send('x')).toThrow("Can't call WebSocket send() after close().");
});
