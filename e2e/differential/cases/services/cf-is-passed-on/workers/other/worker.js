export default {
  fetch({ cf }) {
    return Response.json(cf === undefined ? 'none' : [cf, Object.isFrozen(cf), Object.isFrozen(cf.nested ?? cf)]);
  },
};
