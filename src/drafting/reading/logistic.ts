/** What each sign weighs, with the mean and the spread that it was measured with. */
export interface Logistic {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

const rounds = 300;
const decay = 3;

/** The logarithm of the odds. */
export function logOdds({ means, spreads, weights, bias }: Logistic, signs: readonly number[]): number {
  return signs.reduce((sum, sign, at) => sum + ((weights[at] ?? 0) * (sign - (means[at] ?? 0))) / (spreads[at] ?? 1), bias);
}

/** Logistic regression by adaptive steps over all rows at once; the same rows give the same weights. */
export function fitLogistic(rows: readonly { readonly signs: readonly number[]; readonly right: boolean }[]): Logistic {
  const width = rows[0]?.signs.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => rows.map(({ signs }) => signs[at] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / rows.length);
  const spreads = columns.map(
    (column, at) => Math.sqrt(column.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map(({ signs, right }) => ({
    signs: Float64Array.from([...signs.map((sign, at) => (sign - (means[at] ?? 0)) / (spreads[at] ?? 1)), 1]),
    right: right ? 1 : 0,
  }));
  const fitted = new Float64Array(width + 1);
  const [slow, squares] = [new Float64Array(width + 1), new Float64Array(width + 1)];
  for (let round = 1; round <= rounds; round++) {
    const slopes = slopesOf(scaled, fitted);
    const pace = round > rounds * 0.7 ? 0.01 : 0.05;
    for (let at = 0; at <= width; at++) {
      const slope = ((slopes[at] ?? 0) + (at < width ? decay * (fitted[at] ?? 0) : 0)) / rows.length;
      slow[at] = 0.9 * (slow[at] ?? 0) + 0.1 * slope;
      squares[at] = 0.999 * (squares[at] ?? 0) + 0.001 * slope * slope;
      const stride = (slow[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((squares[at] ?? 0) / (1 - 0.999 ** round)) + 1e-12);
      fitted[at] = (fitted[at] ?? 0) - pace * stride;
    }
  }
  return { means, spreads, weights: [...fitted.subarray(0, width)], bias: fitted[width] ?? 0 };
}

function slopesOf(rows: readonly { readonly signs: Float64Array; readonly right: number }[], fitted: Float64Array): Float64Array {
  const slopes = new Float64Array(fitted.length);
  for (const { signs, right } of rows) {
    let score = 0;
    for (let at = 0; at < signs.length; at++) score += (signs[at] ?? 0) * (fitted[at] ?? 0);
    const error = 1 / (1 + Math.exp(-score)) - right;
    for (let at = 0; at < signs.length; at++) slopes[at] = (slopes[at] ?? 0) + error * (signs[at] ?? 0);
  }
  return slopes;
}
