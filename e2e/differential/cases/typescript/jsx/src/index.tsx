const React = { createElement: (...all: unknown[]) => all, Fragment: 'fragment' };
const Item = (props: { id: number }) => null;
Item.toString = () => 'Item';

export default {
  fetch: async () => Response.json([<p class="a">hi {1 + 1}</p>, <><b /></>, String((<Item id={3} />)[0])]),
};
