class Refused extends TypeError {
  name = 'Refused';
}
export default {
  fetch() {
    throw new Refused('not today');
  },
};
