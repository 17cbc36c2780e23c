export default {
  test: () => console.log('default'),
};

export const passes = {
  test: () => console.log('passes'),
};

export const fails = {
  test() {
    throw new Error('fails');
  },
};
