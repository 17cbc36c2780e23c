import type { Palette } from './palette';

/** What drawing needs beside the shapes: colours, hatches and the fitting of text. */
export interface Ink {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  /** Rounds a CSS pixel to the screen's own, so that edges are sharp. */
  snap(pixels: number): number;
  /** Diagonal lines of a colour. */
  hatch(color: string): CanvasPattern | string;
  /** The text, cut with `…` to fit; `''` where not even a few letters do. */
  fitted(text: string, width: number): string;
  widthOf(text: string): number;
}

const FONT_SIZE = 11;
const HATCH_SIZE = 6;
const FEWEST_LETTERS = 3;

/** Widths remembered, before they are forgotten all at once. */
const MOST_WIDTHS = 2000;

/** Makes the ink for a canvas. Needed anew when its size, its density or the theme changes. */
export function createInk(canvas: HTMLCanvasElement, palette: Palette, density: number): Ink {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas to draw the timeline on.');
  context.setTransform(density, 0, 0, density, 0, 0);
  context.font = `${FONT_SIZE}px ${palette.font}`;
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  const hatches = new Map<string, CanvasPattern | string>();
  const widths = new Map<string, number>();

  const widthOf = (text: string): number => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (widths.size >= MOST_WIDTHS) widths.clear();
    const { width } = context.measureText(text);
    widths.set(text, width);
    return width;
  };

  return {
    context,
    palette,
    snap: (pixels) => Math.round(pixels * density) / density,
    hatch: (color) => {
      const known = hatches.get(color);
      if (known !== undefined) return known;
      const made = makeHatch(context, color, density);
      hatches.set(color, made);
      return made;
    },
    widthOf,
    fitted: (text, width) => {
      const full = widthOf(text);
      if (full <= width) return text;
      const letters = Math.floor((text.length * (width - FONT_SIZE)) / full);
      return letters < FEWEST_LETTERS ? '' : `${text.slice(0, letters)}…`;
    },
  };
}

function makeHatch(context: CanvasRenderingContext2D, color: string, density: number) {
  const size = Math.round(HATCH_SIZE * density);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return color;
  pen.strokeStyle = color;
  pen.lineWidth = 1.4 * density;
  pen.beginPath();
  for (const offset of [-size, 0, size]) {
    pen.moveTo(offset - density, size + density);
    pen.lineTo(offset + size + density, -density);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / density));
  return pattern ?? color;
}
