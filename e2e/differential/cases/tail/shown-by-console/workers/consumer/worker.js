export default {
  tail([{ event }]) {
    console.log(event);
    console.log(event.request);
  },
};
