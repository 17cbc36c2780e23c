import { BAR, NARROWEST_BAR } from '../timeline/geometry';
import type { Layout, RequestBar } from '../timeline/layout';
import { barColor, type Palette } from '../timeline/palette';
import { besideResponse, endOf, type Segment, segmentsOf } from '../timeline/segments';
import { type Viewport, xOf } from '../timeline/viewport';
import { nameOf } from '../timeline/words';
import { fitted, rect, round, type Svg, text, widthOf } from './svg-markup';

/** What is drawn, and in which colours. */
export interface SvgScene {
  readonly layout: Layout;
  /** Every lane is drawn, at this span of time. */
  readonly view: Viewport;
  /** ms: where what goes on ends for now. */
  readonly now: number;
  readonly palette: Palette;
}

/** One request: its stretches, its end and its name. @param y its top. @param nextX where the next of its row begins. */
export function drawnBar(request: RequestBar, y: number, nextX: number, scene: SvgScene): Svg {
  const { view, now, palette } = scene;
  const left = xOf(view, request.began);
  const right = Math.max(xOf(view, endOf(request, now)), left + NARROWEST_BAR);
  const color = barColor(palette, request);
  if (right - left <= NARROWEST_BAR) return rect(left, y, right - left, BAR, { fill: color });
  const parts = segmentsOf(request, now).map((each) => segment(request, each, color, y, scene));
  const beside = besideResponse(request, now);
  if (beside) {
    const [from, to] = [xOf(view, beside.from), xOf(view, beside.to)];
    parts.push(
      rect(from, y + BAR - 5, to - from, 5, { fill: palette.surface }),
      rect(from, y + BAR - 4, to - from, 4, { fill: 'url(#hatch-waitUntil)' }),
    );
  }
  for (const log of request.logs) {
    const loud = log.level === 'error' || log.level === 'warn';
    const fill = loud ? palette.abortLine : palette.text;
    parts.push(rect(xOf(view, log.at), y - 2, 1.5, 5, { fill }));
  }
  parts.push(
    end(request, right, y, color, palette),
    name(request, { left, right, nextX, y }, scene),
  );
  return parts.join('');
}

function segment(
  request: RequestBar,
  { kind, from, to }: Segment,
  color: string,
  y: number,
  { view, palette }: SvgScene,
): Svg {
  const x = Math.max(xOf(view, from), -10);
  const width = Math.min(xOf(view, to), view.width + 10) - x;
  switch (kind) {
    case 'waiting':
      return (
        rect(x, y + 4, 1.5, BAR - 8, { fill: color }) +
        rect(x, y + BAR / 2 - 0.5, width, 1, { fill: color })
      );
    case 'handling': {
      if (request.network) {
        const dashed = { fill: color, 'fill-opacity': '0.14', stroke: color };
        return rect(x, y + 2, width, BAR - 4, { ...dashed, 'stroke-dasharray': '4 2' });
      }
      const over = request.ended !== undefined || request.responded !== undefined;
      if (over) return rect(x, y, width, BAR, { fill: color });
      return rect(x, y, width, BAR, {
        fill: palette.accent,
        'fill-opacity': '0.22',
        stroke: palette.accent,
      });
    }
    case 'body':
      return rect(x + 1, y + 3, Math.max(width - 1, 1), BAR - 6, { fill: palette.body });
    case 'waitUntil':
      return rect(x, y + 3, width, BAR - 6, {
        fill: 'url(#hatch-waitUntil)',
        stroke: palette.waitUntil,
      });
  }
}

/** The mark of how it ended, where not well. */
function end(request: RequestBar, x: number, y: number, color: string, palette: Palette): Svg {
  const { ended, lane } = request;
  if (!ended || ended.outcome === 'ok' || lane.aborted?.request === request.request) return '';
  const middle = y + BAR / 2;
  const sign =
    ended.outcome === 'aborted' || ended.outcome === 'crashed'
      ? 'M-2.5-2.5 2.5 2.5M2.5-2.5-2.5 2.5'
      : ended.outcome === 'exception' || ended.outcome === 'startupFailed'
        ? 'M0-3.5V.8M0 2.1V3.5'
        : 'M-3.5 0H3.5';
  return `<g transform="translate(${round(x)} ${round(middle)})" stroke="${color}"><circle r="6" fill="${palette.surface}"/><path d="${sign}" stroke-width="1.8"/></g>`;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly nextX: number;
  readonly y: number;
}

function name(request: RequestBar, { left, right, nextX, y }: Room, scene: SvgScene): Svg {
  const { view, palette } = scene;
  const words = nameOf(request.event);
  const { handledAt, responded, ended, network } = request;
  const from = Math.max(handledAt === undefined ? left : xOf(view, handledAt), 0);
  const to = Math.min(responded ? xOf(view, responded.at) : right, view.width);
  const inside = handledAt === undefined ? 0 : to - from - 14;
  const solid = !network && (ended !== undefined || responded !== undefined);
  const middle = y + BAR / 2;
  if (widthOf(words) > inside && widthOf(words) <= Math.min(nextX, view.width) - right - 14) {
    return text(right + 10, middle, words, { fill: palette.text });
  }
  if (inside < 26) return '';
  return text(from + 5, middle, fitted(words, inside), {
    fill: solid ? palette.surface : palette.text,
  });
}
