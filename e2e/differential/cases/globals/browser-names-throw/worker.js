export default {
  async fetch() {
    const read = (get) => {
      try {
        return typeof get();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      read(() => postMessage),
      read(() => importScripts),
      read(() => XMLHttpRequest),
      read(() => indexedDB),
      read(() => Worker),
      read(() => location),
      read(() => name),
      read(() => close),
      read(() => onmessage),
      read(() => requestAnimationFrame),
      read(() => BroadcastChannel),
      read(() => Temporal),
      read(() => isSecureContext),
    ]);
  },
};
