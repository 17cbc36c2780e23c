export class Same {}
export function nameOf() {
  return 'a';
}
