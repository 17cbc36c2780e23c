import {
  AXIS,
  BAR,
  barsBetween,
  GUTTER,
  heightOf,
  type LanePlace,
  LIFE_ROW,
  placeLanes,
  ROW,
  SPARE,
} from '../timeline/geometry';
import { barsOf, type Layout, type RequestBar } from '../timeline/layout';
import type { Palette } from '../timeline/palette';
import { endOf } from '../timeline/segments';
import { bottomOf, leftBehind } from '../timeline/succession';
import { ticks, xOf } from '../timeline/viewport';
import {
  abortInWords,
  casualtiesInWords,
  condemnedInWords,
  slowedInWords,
  startupInWords,
} from '../timeline/words';
import { laneLabel } from './lane-label';
import { drawnBar, type SvgScene } from './svg-bar';
import { attribute, escaped, fitted, rect, round, type Svg, text, widthOf } from './svg-markup';

/** The timeline as an SVG document: text is text, and nothing in it comes from elsewhere. */
export function svgOf(scene: SvgScene): string {
  const { layout, view, palette } = scene;
  const places = placeLanes(layout, 'beside');
  const width = GUTTER + view.width;
  const height = AXIS + Math.max(heightOf(places), ROW);
  const marks = layout.began === undefined ? [] : ticks(view, layout.began);
  const grid = marks.map(({ x }) => rect(x, 0, 1, height - AXIS, { fill: palette.border }));
  const plot = [
    ...places.map((place) => life(place, scene)),
    ...grid,
    ...places.map((place) => startup(place, scene)),
    ...places.map((place) => abortLine(place, scene)),
    ...places.map((place) => rows(place, scene)),
    ...links(places, scene),
    ...places.map((place) => abortReason(place, scene)),
    ...places.map((place, index) => succession(places[index - 1], place, scene)),
  ];
  const axis = marks.map(({ x, label }) =>
    text(GUTTER + x + 5, AXIS / 2, label, { fill: palette.mutedText }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${attribute(palette.font)}" font-size="11">`,
    `<title>${escaped(titleOf(layout))}</title>`,
    `<defs>${hatches(palette)}<clipPath id="plot"><rect width="${view.width}" height="${height}"/></clipPath></defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.sunken}"/>`,
    rect(0, 0, GUTTER, height, { fill: palette.surface }),
    rect(0, 0, width, AXIS, { fill: palette.surface }),
    `<g clip-path="url(#plot)" transform="translate(${GUTTER} ${AXIS})">${plot.join('')}</g>`,
    ...places.map((place) => label(place, palette)),
    rect(0, AXIS - 1, width, 1, { fill: palette.border }),
    rect(GUTTER - 1, 0, 1, height, { fill: palette.border }),
    ...axis,
    '</svg>',
  ].join('\n');
}

function titleOf(layout: Layout): string {
  return `What happened: ${layout.services.map(({ service }) => service).join(', ')}`;
}

const HATCHED = ['startup', 'waitUntil', 'condemned'] as const;

function hatches(palette: Palette): Svg {
  return HATCHED.map(
    (name) =>
      `<pattern id="hatch-${name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.5" height="6" fill="${palette[name]}"/></pattern>`,
  ).join('');
}

function label({ lane, top, height }: LanePlace, palette: Palette): Svg {
  const [name, made, state] = laneLabel(lane);
  const room = GUTTER - 24;
  const y = AXIS + top;
  const stateColor = lane.aborted ? palette.aborted : palette.mutedText;
  return [
    text(12, y + 12, fitted(name, room), { fill: palette.text, 'font-weight': '600' }),
    text(12, y + 27, fitted(made, room), { fill: palette.mutedText }),
    text(12, y + 42, fitted(state, room), { fill: stateColor }),
    rect(0, y + height - 1, GUTTER, 1, { fill: palette.border }),
  ].join('');
}

function life({ lane, top, height }: LanePlace, { view, now, palette }: SvgScene): Svg {
  const left = Math.max(xOf(view, lane.created.at), 0);
  const gone = lane.aborted?.at ?? lane.endedAt ?? Math.max(now, view.to);
  const right = Math.min(xOf(view, gone), view.width);
  const parts = [
    rect(left, top, right - left, height, { fill: palette.surface }),
    rect(0, top + height - 1, view.width, 1, { fill: palette.border }),
  ];
  if (lane.condemned) {
    const from = Math.max(xOf(view, lane.condemned.at), 0);
    parts.push(
      rect(from, top, right - from, height, { fill: 'url(#hatch-condemned)', opacity: '0.28' }),
      rect(from, top, right > from ? 1.5 : 0, height, { fill: palette.condemned }),
    );
  }
  return parts.join('');
}

function startup({ lane, lifeTop }: LanePlace, { view, now, palette }: SvgScene): Svg {
  const y = lifeTop + (LIFE_ROW - BAR) / 2;
  const middle = lifeTop + LIFE_ROW / 2;
  const parts: Svg[] = [];
  if (lane.spare) {
    const { began, upSince = lane.created.at } = lane.spare;
    const [left, up] = [xOf(view, began), xOf(view, upSince)];
    const style = { fill: palette.startup, opacity: '0.3' };
    parts.push(
      rect(left, middle - SPARE / 2, up - left, SPARE, { fill: 'url(#hatch-startup)' }),
      rect(up, middle - SPARE / 2, xOf(view, lane.created.at) - up, SPARE, style),
    );
  }
  if (lane.slowed) {
    const left = xOf(view, lane.slowed.at);
    const width = xOf(view, lane.slowed.until) - left;
    parts.push(
      rect(left, y + 3, width, BAR - 6, { fill: 'url(#hatch-startup)', stroke: palette.startup }),
      text(left + 5, middle, width > 90 ? slowedInWords(lane.slowed) : '', { fill: palette.text }),
    );
  }
  if (lane.startup) {
    const { began, ended } = lane.startup;
    const failed = ended !== undefined && ended.outcome !== 'ok';
    const fill = failed ? palette.exception : palette.startup;
    const left = xOf(view, began);
    const right = Math.max(xOf(view, ended?.at ?? now), left + 3);
    parts.push(
      rect(left, y + 3, right - left, BAR - 6, { fill, opacity: ended ? '1' : '0.5' }),
      rect(left, y, 2, BAR, { fill }),
    );
    const words = startupInWords(lane.startup);
    const end = lane.aborted ? xOf(view, lane.aborted.at) : view.width;
    if (widthOf(words) + 12 < Math.min(end, view.width) - right) {
      parts.push(text(right + 5, middle, words, { fill: palette.mutedText }));
    }
  }
  if (lane.condemned && !lane.aborted) {
    const words = condemnedInWords(lane.condemned.cause);
    parts.push(text(xOf(view, lane.condemned.at) + 6, middle, words, { fill: palette.condemned }));
  }
  parts.push(
    ...lane.logs.map(({ at }) => rect(xOf(view, at), y - 1, 1.5, 4, { fill: palette.text })),
  );
  return parts.join('');
}

function rows({ lane, rowsTop }: LanePlace, scene: SvgScene): Svg {
  const { view, now } = scene;
  return lane.rows
    .map((row, index) => {
      const y = rowsTop + index * ROW + (ROW - BAR) / 2;
      const bars = barsBetween(row, view.from, view.to, now);
      let covered = Number.NEGATIVE_INFINITY;
      return bars
        .map((each, nth) => {
          // Where many share a pixel, one of them is to be seen.
          const right = xOf(view, endOf(each, now));
          if (right < covered + 1) return '';
          covered = right;
          const next = bars[nth + 1];
          return drawnBar(each, y, next ? xOf(view, next.began) : view.width, scene);
        })
        .join('');
    })
    .join('');
}

function abortLine(place: LanePlace, { view, palette }: SvgScene): Svg {
  const { aborted } = place.lane;
  if (!aborted) return '';
  const height = bottomOf(place) - place.lifeTop;
  return rect(xOf(view, aborted.at) - 1, place.lifeTop, 2, height, { fill: palette.abortLine });
}

function abortReason({ lane, lifeTop, rowsTop }: LanePlace, { view, palette }: SvgScene): Svg {
  if (!lane.aborted) return '';
  const x = xOf(view, lane.aborted.at);
  if (x < 0 || x > view.width) return '';
  const parts: Svg[] = [];
  const culprit = lane.bars.get(lane.aborted.request ?? '');
  if (culprit) {
    const y = rowsTop + culprit.row * ROW + ROW / 2;
    parts.push(
      `<path d="M${round(x)} ${round(y - 8)}l8 8-8 8-8-8z" fill="${palette.abortLine}" stroke="${palette.surface}" stroke-width="1.5"/>`,
    );
  }
  const y = lifeTop + LIFE_ROW / 2;
  const words = fitted(abortInWords(lane.aborted), Math.max(x, view.width - x) - 22);
  const width = widthOf(words) + 12;
  const toTheRight = view.width - x > width + 8 || x < view.width / 2;
  const left = toTheRight ? x : x - width;
  parts.push(
    rect(left, y - 9, width, 18, { fill: palette.abortLine, rx: '3' }),
    text(left + 6, y, words, { fill: palette.surface }),
  );
  const cost = casualtiesInWords(lane);
  if (toTheRight && widthOf(cost) < view.width - left - width - 6) {
    parts.push(text(left + width + 6, y, cost, { fill: palette.mutedText }));
  }
  return parts.join('');
}

/** From an isolate that was destroyed or condemned to the one that took over. */
function succession(from: LanePlace | undefined, to: LanePlace, { view, palette }: SvgScene): Svg {
  if (!from || from.lane.service !== to.lane.service) return '';
  const { aborted } = from.lane;
  const left = leftBehind(from.lane, to.lane.created.cause);
  if (!left) return '';
  const { slowed, startup, created } = to.lane;
  const x = round(xOf(view, left.at));
  const y = to.lifeTop + LIFE_ROW / 2;
  const color = left === aborted ? palette.abortLine : palette.condemned;
  const end = round(xOf(view, slowed?.at ?? startup?.began ?? created.at));
  return `<path d="M${x} ${bottomOf(from)}V${y}H${end}" fill="none" stroke="${color}" stroke-dasharray="2 3"/>`;
}

/** From each request to the subrequests that it made. */
function links(places: readonly LanePlace[], { layout, view, palette }: SvgScene): readonly Svg[] {
  const placeOf = new Map(places.map((place) => [place.lane, place]));
  const middle = ({ lane, row }: RequestBar) => {
    const place = placeOf.get(lane);
    return place && place.rowsTop + row * ROW + ROW / 2;
  };
  return barsOf(layout).flatMap((bar) => {
    const [from, to] = [bar.parent && middle(bar.parent), middle(bar)];
    const x = round(xOf(view, bar.began));
    if (from === undefined || to === undefined || x < 0 || x > view.width) return [];
    const down = to > from ? 1 : -1;
    const [start, tip] = [from + (down * BAR) / 2, to - (down * BAR) / 2];
    return `<path d="M${x} ${start}V${tip}m-3 ${-5 * down}l3 ${5 * down} 3 ${-5 * down}" fill="none" stroke="${palette.mutedText}"/>`;
  });
}
