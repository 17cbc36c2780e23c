export default {
  fetch: (request, { OTHER }) => OTHER.fetch(request),
};
