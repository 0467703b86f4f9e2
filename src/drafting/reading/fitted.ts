import { fittedWeights } from "./fitted-weights.ts";
import type { Model } from "./learn.ts";

let kept: Model | undefined;

/** The model that `bench/provision-codings.ts fit` learnt and wrote, unpacked at first use. */
export function fitted(): Model {
  kept ??= unpack(fittedWeights);
  return kept;
}

/** A model as it is kept: the weights of likeness as one byte each, times the largest. */
export interface Packed extends Omit<Model, "likeness"> {
  readonly largest: number;
  /** Base64. */
  readonly likeness: string;
}

export function pack({ likeness, ...rest }: Model): Packed {
  const largest = likeness.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const bytes = Int8Array.from(likeness.weights, (weight) => Math.round((weight / largest) * 127));
  return { ...rest, largest, likeness: Buffer.from(bytes.buffer).toString("base64") };
}

export function unpack({ largest, likeness, ...rest }: Packed): Model {
  const bytes = new Int8Array(Buffer.from(likeness, "base64"));
  return { ...rest, likeness: { classes: rest.types.length + 1, weights: Float32Array.from(bytes, (byte) => (byte / 127) * largest) } };
}
