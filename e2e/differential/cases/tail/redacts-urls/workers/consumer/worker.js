export default {
  tail([{ event: { request } }]) {
    console.log(request.url);
    console.log(request.getUnredacted().url);
    console.log(request.getUnredacted().constructor === request.constructor);
  },
};
