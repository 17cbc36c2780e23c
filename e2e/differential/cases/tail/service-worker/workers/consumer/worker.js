// What it prints workerd does not: its own tail consumer tells.
const seen = [];

addEventListener('tail', (event) => {
  const { type, events, traces } = event;
  seen.push(type, event.constructor.name, event instanceof ExtendableEvent, event instanceof TailEvent);
  seen.push(Object.getOwnPropertyNames(event).filter((name) => name !== 'actorState' && name !== 'isTrusted').join());
  seen.push(events.length, events === traces, events[0] === traces[0], events[0].outcome);
});

addEventListener('trace', (event) => {
  const { type, traces } = event;
  seen.push(type, event.constructor.name, traces.length);
  event.waitUntil(Promise.reject(new Error(seen.join(' '))));
});
