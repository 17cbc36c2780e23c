export default {
  queue({ queue, messages }) {
    console.log(queue, messages.length);
    for (const { id, attempts, timestamp, body } of messages) {
      console.log(id, attempts, timestamp.toISOString(), JSON.stringify(body));
    }
  },
};
