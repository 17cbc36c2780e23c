import { useMemo } from 'react';
import { encode } from 'uqr';

/** Bytes in the largest code there is, with the least error correction (ISO/IEC 18004, version 40-L). */
const MOST = 2953;

/** Modules that stay light around a code, as readers need it. */
const BORDER = 4;

export function fitsQrCode(text: string): boolean {
  return text.length <= MOST;
}

/** A text that {@link fitsQrCode}, for the camera of a phone: dark on light in every theme. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = useMemo(() => encode(text, { ecc: 'L', border: BORDER }), [text]);
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className="qr-light" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="qr-dark" d={dark.join('')} />
    </svg>
  );
}
