const minSeconds = -62_135_596_800;
const maxSeconds = 253_402_300_799;
const maxNanos = 9_223_372_036_854_775_807n;
const billion = 1_000_000_000;

/** Seconds and 0 to 999,999,999 nanoseconds after them; what `compare` says is below, at or above 0. */
export abstract class Timed {
  abstract readonly type: "timestamp" | "duration";
  readonly seconds: number;
  readonly nanos: number;
  constructor(seconds: number, nanos: number) {
    const carried = Math.floor(nanos / billion);
    this.seconds = seconds + carried;
    this.nanos = nanos - carried * billion;
  }
  compare(other: Timed): number {
    return this.seconds - other.seconds || this.nanos - other.nanos;
  }
}

export class Instant extends Timed {
  readonly type = "timestamp";
  /** @throws RangeError outside the years 1 to 9999 */
  constructor(seconds: number, nanos: number) {
    super(seconds, nanos);
    if (this.seconds < minSeconds || this.seconds > maxSeconds) throw new RangeError("a time outside the years 1 to 9999");
  }
  /** "2026-01-31T12:00:00Z" */
  override toString(): string {
    const fraction = this.nanos === 0 ? "" : `.${String(this.nanos).padStart(9, "0").replace(/0+$/, "")}`;
    return `${new Date(this.seconds * 1000).toISOString().slice(0, 19)}${fraction}Z`;
  }
}

export class Span extends Timed {
  readonly type = "duration";
  /** @throws RangeError beyond 292 years */
  constructor(seconds: number, nanos: number) {
    super(seconds, nanos);
    const total = BigInt(this.seconds) * BigInt(billion) + BigInt(this.nanos);
    if (total > maxNanos || total < -maxNanos - 1n) throw new RangeError("a duration beyond 292 years");
  }
  /** "3600s" */
  override toString(): string {
    return `${this.seconds + this.nanos / billion}s`;
  }
}

const rfc3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** "2026-01-31T12:00:00Z" @throws RangeError when it is not RFC 3339 */
export function readInstant(text: string): Instant {
  const [, written, fraction = "", zone] = rfc3339.exec(text) ?? [];
  const milliseconds = Date.parse(`${written}${zone}`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${text.slice(0, 40)}" is not a time such as "2026-01-31T12:00:00Z"`);
  return new Instant(milliseconds / 1000, Number(fraction.padEnd(9, "0")));
}

const nanosIn: { [unit: string]: bigint } = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** "1h30m", "-1.5h", "0" @throws RangeError when it is no duration */
export function readSpan(text: string): Span {
  const fault = new RangeError(`"${text.slice(0, 40)}" is not a duration such as "24h" or "1h30m"`);
  if (text.length > 128) throw fault;
  if (/^[-+]?0$/.test(text)) return new Span(0, 0);
  const unsigned = text.replace(/^[-+]/, "");
  let nanos = 0n;
  let read = 0;
  for (const [part, whole = "", fraction = "", unit = ""] of unsigned.matchAll(/(\d*)\.?(\d*)(ns|us|µs|ms|s|m|h)/gy)) {
    if (whole === "" && fraction === "") throw fault;
    const factor = nanosIn[unit] as bigint;
    nanos += BigInt(whole) * factor + (BigInt(fraction) * factor) / 10n ** BigInt(fraction.length);
    read += part.length;
  }
  if (read !== unsigned.length) throw fault;
  return spanOf(text.startsWith("-") ? -nanos : nanos);
}

/** @throws RangeError beyond 292 years */
function spanOf(nanos: bigint): Span {
  if (nanos > maxNanos || nanos < -maxNanos - 1n) throw new RangeError("a duration beyond 292 years");
  return new Span(Number(nanos / BigInt(billion)), Number(nanos % BigInt(billion)));
}
