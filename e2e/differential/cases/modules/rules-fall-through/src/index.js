import note from './note.md';
import text from './a.txt';

export default {
  fetch: async () => Response.json([note, text]),
};
