export default {
  tail([{ event: { request } }]) {
    console.log(JSON.stringify(request.headers));
    console.log(JSON.stringify(request.getUnredacted().headers));
  },
};
