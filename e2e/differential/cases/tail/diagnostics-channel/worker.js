import { channel } from 'node:diagnostics_channel';

const own = channel('own');

export default {
  fetch() {
    own.publish({ text: 'unheard', at: new Date(0), map: new Map([[1, 2]]) });
    own.subscribe((message) => console.log('heard', typeof message));
    own.publish('heard');
    own.publish(() => 'a function');
    return new Response('answer');
  },
};
