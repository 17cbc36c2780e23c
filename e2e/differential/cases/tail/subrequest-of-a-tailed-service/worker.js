export default {
  fetch: (request, { OTHER }) => OTHER.fetch('https://other.example/path', { headers: { 'x-asked': 'yes' }, cf: { a: 1 } }),
};
