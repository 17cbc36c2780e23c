import type { Shown } from '../timeline/Picture';
import { download, fileName } from '../ui/download';
import { chromeTraceOf } from './chrome-trace';
import { pngOf } from './picture-png';
import { svgOf } from './picture-svg';
import type { Recording } from './recording';
import { traceOf } from './trace-file';

export type Format = 'trace' | 'chrome' | 'png' | 'svg';

/**
 * Saves a run as a file. A PNG or SVG is of what the picture shows.
 * @throws where there is no picture to show, or the browser makes none of it.
 */
export async function exportRun(
  recording: Recording,
  format: Format,
  shown: Shown | undefined,
): Promise<void> {
  const save = (content: Blob, extension: string) =>
    download(fileName(recording.name, Date.now(), extension), content);
  switch (format) {
    case 'trace':
      save(json(traceOf(recording)), 'isolab.json');
      return;
    case 'chrome':
      save(json(chromeTraceOf(recording)), 'chrome-trace.json');
      return;
    case 'png':
      save(await pngOf(pictureIn(shown)), 'png');
      return;
    case 'svg': {
      const { frame, view, palette } = pictureIn(shown);
      if (!palette) throw new Error(NO_PICTURE);
      const svg = svgOf({ layout: frame.layout, now: frame.now, view, palette });
      save(new Blob([svg], { type: 'image/svg+xml' }), 'svg');
    }
  }
}

const NO_PICTURE = 'There is no picture yet. Show the picture, then export it.';

function pictureIn(shown: Shown | undefined): Shown {
  if (!shown) throw new Error(NO_PICTURE);
  return shown;
}

function json(data: unknown): Blob {
  return new Blob([JSON.stringify(data)], { type: 'application/json' });
}
