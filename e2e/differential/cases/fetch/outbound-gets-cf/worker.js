export default {
  fetch: () => fetch('https://api.example/', { cf: { mine: [5] } }),
};
