import { AXIS, GUTTER } from '../timeline/geometry';
import type { Shown } from '../timeline/Picture';
import { LANE_LABEL, laneLabel } from './lane-label';

/** CSS pixels, as the page has it. */
const SIZE = 11;

/**
 * What the picture shows now, with its axis and the labels of its lanes, at the screen's own pixels.
 * @throws where the browser makes no image of it.
 */
export async function pngOf({ canvas, palette, ...shown }: Shown): Promise<Blob> {
  if (!canvas || !palette)
    throw new Error('There is no picture yet. Show the picture, then export it.');
  const density = canvas.width / shown.view.width;
  const gutter = shown.labels === 'beside' ? GUTTER : 0;
  const [width, height] = [gutter + shown.view.width, AXIS + shown.height];
  const sheet = document.createElement('canvas');
  sheet.width = Math.round(width * density);
  sheet.height = Math.round(height * density);
  const pen = sheet.getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas to draw on.');
  pen.scale(density, density);
  pen.textBaseline = 'middle';
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(canvas, gutter, AXIS, shown.view.width, shown.height);

  const write = (
    text: string,
    x: number,
    y: number,
    room: number,
    how: { readonly muted: boolean },
  ) => {
    pen.font = `${how.muted ? '' : '600 '}${how.muted ? SIZE : SIZE + 1}px ${palette.font}`;
    pen.fillStyle = how.muted ? palette.mutedText : palette.text;
    pen.fillText(fitted(pen, text, room), x, y);
  };

  pen.save();
  pen.beginPath();
  pen.rect(0, AXIS, width, shown.height);
  pen.clip();
  for (const { lane, top, height: tall } of shown.places) {
    const y = AXIS + top - shown.scrollTop;
    const [name, ...more] = laneLabel(lane);
    if (shown.labels === 'beside') {
      // The label of a lane that begins above the picture stays in it.
      const first = Math.min(Math.max(y, AXIS), y + tall - LANE_LABEL) + 12;
      write(name, 12, first, gutter - 22, { muted: false });
      for (const [index, words] of more.entries()) {
        write(words, 12, first + 15 * (index + 1), gutter - 22, { muted: true });
      }
      pen.fillStyle = palette.border;
      pen.fillRect(0, y + tall - 1, gutter, 1);
    } else {
      write([name, ...more].join('  '), 8, y + 10, width - 16, { muted: false });
    }
  }
  pen.restore();

  pen.fillStyle = palette.border;
  pen.fillRect(0, AXIS - 1, width, 1);
  if (gutter > 0) pen.fillRect(gutter - 1, 0, 1, height);
  for (const { x, label } of shown.ticks) {
    pen.fillStyle = palette.border;
    pen.fillRect(gutter + x, 0, 1, AXIS);
    write(label, gutter + x + 6, AXIS / 2, 200, { muted: true });
  }
  return new Promise((resolve, reject) => {
    sheet.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This browser made no image of the picture: it may be too large.'));
    }, 'image/png');
  });
}

function fitted(pen: CanvasRenderingContext2D, text: string, room: number): string {
  const { width } = pen.measureText(text);
  if (width <= room) return text;
  return `${text.slice(0, Math.floor((text.length * (room - SIZE)) / width))}…`;
}
