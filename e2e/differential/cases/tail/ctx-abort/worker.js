export default {
  fetch(request, env, ctx) {
    console.log('before');
    ctx.abort(new Error('enough'));
  },
};
