export default {
  fetch: () => Response.json(self instanceof EventTarget),
};
