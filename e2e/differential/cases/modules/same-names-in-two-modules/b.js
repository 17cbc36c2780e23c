export class Same {}
export function nameOf() {
  return 'b';
}
