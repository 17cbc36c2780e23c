/** When a version was kept. Two of a minute are told apart. */
export const TIME = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
