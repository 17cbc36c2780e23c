export default {
  test(controller, env, ctx) {
    console.log(String(controller), controller.constructor.name, Object.keys(controller), typeof env, ctx.constructor.name);
    console.log(controller);
  },
};
