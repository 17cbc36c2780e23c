let count = 0;
export function increment() {
  count += 1;
}
export { count };
export default count;
