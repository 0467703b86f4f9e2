import { encode } from "uqr";

/** The white edge, in modules, that the standard (ISO/IEC 18004) asks for. */
const QUIET = 4;

/** A QR code as an SVG drawing of black on white, whatever the colours of the page; `label` says to who does not see it what stands in it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path fill="#000" d={data.flatMap(drawn).join("")} />
    </svg>
  );
}

/** The black runs of a row as a path. */
function drawn(row: readonly boolean[], y: number): string[] {
  return row.flatMap((black, x) => {
    if (!black || row[x - 1]) return [];
    const end = row.indexOf(false, x);
    return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`];
  });
}
