/**
 * WebAssembly written as TypeScript. Each function gives an instruction behind its operands, so that a program reads from outside in; the name
 * of a program stands for its number. All values are i32, but for those of functions that end in "Each" and what they take: sixteen bytes at once.
 * Source: WebAssembly core specification 2.0, chapter 5 (binary format).
 * @example program(1, (at) => [during(equal(byteAt(at), 32), set(at, plus(at, 1))), give(at)]) → passes blanks from a place
 */
export type Code = readonly (number | string)[];
type Value = Code | number;

/** Takes numbers and gives one. */
export interface Program {
  parameters: number;
  variables: number;
  body: Code;
}

export interface Memory {
  readonly buffer: ArrayBuffer;
  /** By pages of 65,536 bytes. */
  grow(pages: number): number;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, outside: object) => { exports: object };
  Memory: new (pages: { initial: number }) => Memory;
};

/** The parameters are the first of the variables that `body` names. */
export function program(parameters: number, body: (...variables: Code[]) => readonly Code[]): Program {
  const variables = Array.from({ length: body.length }, (_, index): Code => [0x20, index]);
  return { parameters, variables: body.length - parameters, body: body(...variables).flat() };
}

const unsigned = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]);
const signed = (value: number): number[] => (value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)]);
const codeOf = (value: Value): Code => (typeof value === "number" ? [0x41, ...signed(value | 0)] : value);
const instruction =
  (...opcode: number[]) =>
  (...operands: Value[]): Code => [...operands.flatMap(codeOf), ...opcode];
const each = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
/** What stands in memory at a place, or what is put there, `beyond` bytes more. */
const ofMemory =
  (...opcode: number[]) =>
  (at: Value, beyond = 0): Code => [...codeOf(at), ...opcode, 0, ...unsigned(beyond)];

export const not = instruction(0x45);
export const equal = instruction(0x46);
export const unequal = instruction(0x47);
export const below = instruction(0x49);
export const above = instruction(0x4b);
export const zerosBelow = instruction(0x68);
export const plus = instruction(0x6a);
export const minus = instruction(0x6b);
export const times = instruction(0x6c);
export const and = instruction(0x71);
export const or = instruction(0x72);
export const shiftLeft = instruction(0x74);
export const shiftRight = instruction(0x76);

export const byteAt = ofMemory(0x2d);
export const twoAt = ofMemory(0x2f);
export const fourAt = ofMemory(0x28);
export const sixteenAt = ofMemory(...each(0x00));
export const putByte = (at: Value, value: Value): Code => [...codeOf(at), ...codeOf(value), 0x3a, 0, 0];
export const putEach = (at: Value, value: Code): Code => [...codeOf(at), ...value, ...each(0x0b), 0, 0];

/** The same byte sixteen times, the same two bytes eight times. */
export const sixteenTimes = instruction(...each(0x0f));
export const eightTimes = instruction(...each(0x10));
export const equalEach = instruction(...each(0x23));
export const belowEach = instruction(...each(0x26));
export const aboveEach = instruction(...each(0x28));
export const minusEach = instruction(...each(0x71));
export const andEach = instruction(...each(0x4e));
export const orEach = instruction(...each(0x50));
/** Sixteen numbers of two bytes as sixteen bytes. Each must be below 256. */
export const narrowEach = instruction(...each(0x66));
/** Of the first sixteen those that the second count; nought for what counts beyond. */
export const chooseEach = instruction(...each(0x0e));
/** Whether any bit is set. */
export const anyOfEach = instruction(...each(0x53));
/** Sixteen bits, the highest of each. */
export const bitsOfEach = instruction(...each(0x64));

/** Sets a variable; `settingOf` gives its value as well. */
export const set = (variable: Code, value: Value): Code => [...codeOf(value), 0x21, ...variable.slice(1)];
export const settingOf = (variable: Code, value: Value): Code => [...codeOf(value), 0x22, ...variable.slice(1)];
/** Calls a program; `run` forgets what it gives. */
export const call = (name: string, ...values: Value[]): Code => [...values.flatMap(codeOf), 0x10, name];
export const run = (name: string, ...values: Value[]): Code => [...call(name, ...values), 0x1a];
export const give = (value: Value): Code => [...codeOf(value), 0x0f];
export const when = (condition: Code, ...then: Code[]): Code => [...condition, 0x04, 0x40, ...then.flat(), 0x0b];
export const during = (condition: Code, ...body: Code[]): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...condition,
  ...[0x45, 0x0d, 1],
  ...body.flat(),
  ...[0x0c, 0, 0x0b, 0x0b],
];
/** Again and again, until something is given. */
export const forever = (...body: Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0c, 0, 0x0b];

const I32 = 0x7f;
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const section = (id: number, parts: readonly (readonly number[])[]): number[] => [
  id,
  ...sized([...unsigned(parts.length), ...parts.flat()]),
];
const named = (name: string): number[] => sized([...Buffer.from(name)]);

export type Numbers = (...values: number[]) => number;

/**
 * Puts programs together, once; each start gives them at work on a memory.
 * @param outside how many numbers each function from outside takes
 */
export function assembled<P extends string, O extends string = never>(
  programs: Record<P, Program>,
  outside: Readonly<Record<O, number>> = {} as Record<O, number>,
): (memory: Memory, outside: Readonly<Record<O, Numbers>>) => Record<P, Numbers> {
  const [inner, outer] = [Object.entries<Program>(programs), Object.entries<number>(outside)];
  const numbers = new Map([...outer, ...inner].map(([name], index) => [name, index]));
  const numbered = (part: number | string): number[] => (typeof part === "number" ? [part] : unsigned(numbers.get(part) as number));
  const types = [...outer.map(([, parameters]) => parameters), ...inner.map(([, { parameters }]) => parameters)];
  const module = new WebAssembly.Module(
    Uint8Array.from([
      ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(1, types.map((parameters) => [0x60, ...sized(new Array<number>(parameters).fill(I32)), 1, I32])),
      ...section(2, [[...named(""), ...named("memory"), 2, 0, 1], ...outer.map(([name], index) => [...named(""), ...named(name), 0, index])]),
      ...section(3, inner.map(([name]) => numbered(name))),
      ...section(7, inner.map(([name]) => [...named(name), 0, ...numbered(name)])),
      ...section(10, inner.map(([, { variables, body }]) => sized([1, ...unsigned(variables), I32, ...body.flatMap(numbered), 0x00, 0x0b]))),
    ]),
  ); // biome-ignore format: a section a line
  return (memory, outside) => new WebAssembly.Instance(module, { "": { memory, ...outside } }).exports as Record<P, Numbers>;
}

export const memoryOf = (bytes: number): Memory => new WebAssembly.Memory({ initial: pagesOf(bytes) });
export const pagesOf = (bytes: number): number => Math.ceil(bytes / 65536);
