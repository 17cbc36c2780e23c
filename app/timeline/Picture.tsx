import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { zoomOf } from '../look/zoom';
import { type Measured, type Size, useSize } from '../ui/use-size';
import { Axis } from './Axis';
import { draw } from './draw';
import type { Matches } from './filter';
import type { Frame, Frames } from './frames';
import {
  AXIS,
  type Hit,
  heightOf,
  hit,
  type LanePlace,
  placeLanes,
  placesBetween,
} from './geometry';
import { listenForGestures } from './gestures';
import { createInk, type Ink } from './ink';
import { type Wish, wishOf } from './keys';
import { LaneLabels } from './LaneLabels';
import type { Palette } from './palette';
import { spanAround } from './reveal';
import { type StanceStore, viewportOf } from './stance';
import { Tip } from './Tip';
import { usePalette } from './use-palette';
import { type Span, type Tick, ticks, timeAt, type Viewport } from './viewport';

interface PictureProps {
  readonly frames: Frames;
  readonly frame: Frame;
  readonly stance: StanceStore;
  readonly selectedRequest: string | undefined;
  readonly onSelectRequest: ((request: string) => void) | undefined;
  /** The picture's element. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly matches: Matches;
  readonly marked: Span | undefined;
  readonly onMark: (span: Span) => void;
  /** A key was pressed that means something. */
  readonly onWish: (wish: Wish) => void;
  readonly onFit: () => void;
  readonly overlay: ((shown: Shown) => ReactNode) | undefined;
  readonly shown: Ref<Shown> | undefined;
}

/** What the picture shows at a moment: all it takes to draw it elsewhere. */
export interface Shown {
  readonly frame: Frame;
  readonly view: Viewport;
  readonly ticks: readonly Tick[];
  /** The lanes on screen. */
  readonly places: readonly LanePlace[];
  readonly labels: 'beside' | 'above';
  /** CSS pixels: how far the picture is scrolled, and how much of its height shows. */
  readonly scrollTop: number;
  readonly height: number;
  readonly palette: Palette | undefined;
  readonly canvas: HTMLCanvasElement | null;
}

interface Pointed {
  readonly hit: Hit;
  /** CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** The window, in CSS pixels. */
  readonly room: Size;
}

/** CSS pixels: below, the labels of lanes stand above them instead of beside. */
const WIDE = 640;

/** Lanes as a canvas, with axis, labels and tooltip around it. */
export function Picture(props: PictureProps) {
  const { frames, frame, stance, selectedRequest, onSelectRequest, onFit } = props;
  const { scroller, overlay, shown, matches, marked, onMark, onWish } = props;
  const { layout, now } = frame;
  const canvas = useRef<HTMLCanvasElement>(null);
  const outer = useSize(scroller);
  const plot = useSize(canvas);
  const palette = usePalette(scroller);
  const [scrolled, setScrolled] = useState(0);
  const [pointed, setPointed] = useState<Pointed>();
  const standing = useStore(stance);

  const labels = outer.width < WIDE ? 'above' : 'beside';
  // The layout grows in place: its shape says when the places of lanes change.
  const places = useMemo(() => placeLanes(layout, labels), [layout, layout.shape, labels]);
  const view = viewportOf(standing, frame, plot.width);
  const marks = layout.began === undefined ? [] : ticks(view, layout.began);
  const room = Math.max(outer.height - AXIS, 0);
  // A run with fewer lanes may have come: what lies at this place would else hold the scroller open.
  const scrollTop = Math.min(scrolled, Math.max(heightOf(places) - room, 0));
  const onScreen = useMemo(
    () => placesBetween(places, scrollTop, scrollTop + room),
    [places, scrollTop, room],
  );

  const ink = useRef<{ readonly key: string; readonly ink: Ink }>(undefined);
  useLayoutEffect(() => {
    if (!canvas.current || !palette || plot.width === 0 || room === 0) return;
    ink.current = inkFor(canvas.current, palette, plot, room, ink.current);
    draw(ink.current.ink, {
      places,
      view,
      ticks: marks,
      height: room,
      scrollTop,
      now,
      selected: selectedRequest,
      hovered: pointed?.hit.kind === 'request' ? pointed.hit.bar.request : undefined,
      matches,
      marked,
    });
  });

  const showing = (): Shown => ({
    frame,
    view,
    ticks: marks,
    places: onScreen,
    labels,
    scrollTop,
    height: room,
    palette,
    canvas: canvas.current,
  });
  useImperativeHandle(shown, showing);

  const latest = { places, view, scrollTop, room, onSelectRequest, onFit, onMark };
  const reading = useRef(latest);
  useLayoutEffect(() => {
    reading.current = latest;
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const at = (x: number, y: number) => {
      const { places, view, scrollTop } = reading.current;
      return hit(places, view, x, y + scrollTop, frames.current().now);
    };
    const viewNow = () =>
      viewportOf(stance.getState(), frames.current(), reading.current.view.width);
    return listenForGestures(element, {
      view: viewNow,
      show: (span) => stance.setState({ kind: 'still', span }, true),
      scrollBy: (dy) => scroller.current?.scrollBy(0, dy),
      fit: () => reading.current.onFit(),
      click: (x, y) => {
        const found = at(x, y);
        if (found?.kind === 'request') reading.current.onSelectRequest?.(found.bar.request);
      },
      hover: (x, y) => {
        const box = element.getBoundingClientRect();
        const found = at(x, y);
        const zoom = zoomOf(element);
        setPointed(
          found && {
            hit: found,
            x: box.left / zoom + x,
            y: box.top / zoom + y,
            room: { width: window.innerWidth / zoom, height: window.innerHeight / zoom },
          },
        );
      },
      leave: () => setPointed(undefined),
      mark: (x, other) => {
        const view = viewNow();
        const [from, to] = [timeAt(view, Math.min(x, other)), timeAt(view, Math.max(x, other))];
        reading.current.onMark({ from, to });
      },
    });
  }, [frames, stance, scroller.current?.scrollBy]);

  // With services one above the other, the newest lane may be anywhere.
  const newest = newestOf(places)?.lane;
  useEffect(() => {
    const { places, scrollTop, room } = reading.current;
    const place = places.find(({ lane }) => lane === newest);
    if (!place || stance.getState().kind !== 'following') return;
    const { top, height } = place;
    if (top < scrollTop || height > room) scroller.current?.scrollTo({ top });
    else if (top + height > scrollTop + room)
      scroller.current?.scrollTo({ top: top + height - room });
  }, [newest, stance, scroller.current?.scrollTo]);

  // A request chosen elsewhere comes into view here.
  useEffect(() => {
    const bar =
      selectedRequest === undefined ? undefined : frames.current().layout.bar(selectedRequest);
    if (!bar) return;
    const { places, view, scrollTop, room } = reading.current;
    const span = spanAround(bar, view, frames.current().now);
    if (span) stance.setState({ kind: 'still', span }, true);
    const place = places.find(({ lane }) => lane === bar.lane);
    if (!place) return;
    const hidden = place.top + place.height > scrollTop + room || place.top < scrollTop;
    if (hidden) scroller.current?.scrollTo({ top: place.top });
  }, [selectedRequest, frames, stance, scroller.current?.scrollTo]);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const selected = selectedRequest === undefined ? undefined : layout.bar(selectedRequest);
    const wish = wishOf(event.key, view, layout, selected);
    if (!wish) return;
    event.preventDefault();
    setPointed(undefined);
    onWish(wish);
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: it has the focus, so it has keys
    <section
      className="timeline-scroller"
      onKeyDown={press}
      // It scrolls, so the keyboard has to come to it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label="Picture"
      aria-description="Arrow keys lead from request to request, W and S zoom, A and D move, F fits, L follows, M marks, / finds."
      data-labels={labels}
      ref={scroller}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
    >
      <Axis ticks={marks} />
      <div
        className="timeline-picture"
        style={{ height: Math.max(heightOf(places), room) }}
        aria-hidden="true"
      >
        <LaneLabels places={onScreen} shape={layout.shape} />
        <canvas className="timeline-canvas" ref={canvas} style={{ height: room }} />
      </div>
      {overlay?.(showing())}
      {pointed && <Tip {...pointed} origin={layout.began ?? 0} now={now} />}
    </section>
  );
}

function newestOf(places: readonly LanePlace[]): LanePlace | undefined {
  return places.reduce<LanePlace | undefined>(
    (newest, place) => (newest && newest.lane.created.at > place.lane.created.at ? newest : place),
    undefined,
  );
}

/** Sizes the canvas to the screen's own pixels. Sizing clears it, so only where it changed. */
function inkFor(
  canvas: HTMLCanvasElement,
  palette: Parameters<typeof createInk>[1],
  { width, density }: Measured,
  height: number,
  before: { readonly key: string; readonly ink: Ink } | undefined,
) {
  const key = `${width} ${height} ${density}`;
  if (before?.key === key && before.ink.palette === palette) return before;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  return { key, ink: createInk(canvas, palette, density) };
}
