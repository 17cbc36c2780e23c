import note from './note.md';
import template from './views/main.tpl';
import bytes from './image.dat';

export default {
  fetch: async () => Response.json([note, template, bytes.byteLength]),
};
