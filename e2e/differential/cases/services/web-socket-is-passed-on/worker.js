export default {
  fetch: (request, env) => env.OTHER.fetch(request),
};
