export default {
  fetch() {
    console.log([1, , 3, , , 6], [undefined, null], Object.assign([1, 2], { x: 3 }));
    console.log([[[[]]]], [[[[1]]]], []);
    console.log(Array.from({ length: 150 }, (_, index) => index));
    console.log(Array.from({ length: 27 }, (_, index) => index * 1000), [1.25, 22.5, 333, 4, 5, 6, 7, 8]);
    console.log(Array.from({ length: 30 }, (_, index) => `item number ${index}`));
    console.log(Array.from({ length: 10 }, (_, index) => ({ id: index, name: `n${index}` })));
    return new Response('ok');
  },
};
