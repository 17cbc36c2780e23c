const attempt = (change) => {
  try {
    return String(change());
  } catch ({ name }) {
    return name;
  }
};

export default {
  tail(events) {
    const [item] = events;
    console.log(attempt(() => (item.outcome = 'other')), item.outcome);
    console.log(attempt(() => new item.constructor()));
    console.log(attempt(() => item.event.request.getUnredacted.call({})));
    console.log(attempt(() => delete item.logs), 'logs' in item);
    console.log(attempt(() => events.push(1)), attempt(() => item.exceptions.push(1)));
    console.log(String(item), Object.keys(item.event.request), item.event.request.headers.accept);
  },
};
