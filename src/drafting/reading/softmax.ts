/** Examples of classes, each by the numbers of its features; `weight` says how much it counts. */
export interface Example {
  readonly features: readonly number[];
  /** Share of each class; they sum to 1. */
  readonly classes: ReadonlyMap<number, number>;
  readonly weight: number;
}

/** One row of weights per feature and a last one for none of them, each as wide as there are classes. */
export interface Softmax {
  readonly classes: number;
  readonly weights: Float32Array;
}

const ofNone = 0.3;
const rounds = 15;
const decay = 2e-3;
const step = 0.3;

/** How likely each class is for something with these features; sums to 1. The more features, the less each weighs. */
export function likelihoods({ classes, weights }: Softmax, features: readonly number[]): Float32Array {
  const scores = new Float32Array(classes);
  const share = features.length === 0 ? 0 : 1 / Math.sqrt(features.length);
  const last = weights.length - classes;
  for (let at = 0; at < classes; at++) scores[at] = (weights[last + at] ?? 0) * ofNone;
  for (const feature of features) {
    for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) + (weights[feature * classes + at] ?? 0) * share;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let at = 0; at < classes; at++) {
    scores[at] = Math.exp((scores[at] ?? 0) - most);
    sum += scores[at] ?? 0;
  }
  for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) / sum;
  return scores;
}

/** Multinomial logistic regression by adaptive steps over shuffled examples; the same examples give the same weights. */
export function fitSoftmax(examples: readonly Example[], features: number, classes: number): Softmax {
  const weights = new Float32Array((features + 1) * classes);
  const squares = new Float32Array(weights.length).fill(1e-3);
  const model = { classes, weights };
  const order = examples.map((_, at) => at);
  const random = generator();
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (example !== undefined && example.features.length > 0) learnFrom(example, model, squares, features);
    }
  }
  return model;
}

function learnFrom(example: Example, model: Softmax, squares: Float32Array, none: number): void {
  const { weights, classes } = model;
  const errors = likelihoods(model, example.features);
  for (const [at, share] of example.classes) errors[at] = (errors[at] ?? 0) - share;
  const share = 1 / Math.sqrt(example.features.length);
  for (const feature of [none, ...example.features]) {
    const value = (feature === none ? ofNone : share) * example.weight;
    for (let at = 0, cell = feature * classes; at < classes; at++, cell++) {
      const slope = (errors[at] ?? 0) * value + decay * (weights[cell] ?? 0);
      squares[cell] = (squares[cell] ?? 0) + slope * slope;
      weights[cell] = (weights[cell] ?? 0) - (step * slope) / Math.sqrt(squares[cell] ?? 1);
    }
  }
}

/** Numbers between 0 and 1, always the same ones. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1)) % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
