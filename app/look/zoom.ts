/**
 * How much larger than a CSS pixel of its own an element's pixel is on the page: more than 1 on a
 * projector. Pointers and `getBoundingClientRect` are in the page's pixels, styles in the element's.
 */
export function zoomOf(element: Element): number {
  // Typed as always there, but Safari may lack it; it then has no zoom of this kind either.
  const zoom: number | undefined = element.currentCSSZoom;
  return zoom ?? 1;
}
