import text from './a.txt';
import page from './page.html';
import query from './query.sql';

export default {
  fetch: async () => Response.json([text, page, query]),
};
