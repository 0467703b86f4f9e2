import type { Answer } from "./worker.ts";

export interface Result {
  rows: Record<string, unknown>[];
  rowCount: number;
}

/** Who holds a session has the database to itself until it is released; PGlite is one session and knows no other. */
export interface Session {
  query(sql: string, values?: readonly unknown[]): Promise<Result>;
  release(): void;
}

/** Turns an answer of the worker into a result, or throws what the database said with its code. */
export function resultOf(answer: Answer): Result {
  if (answer.error) throw Object.assign(new Error(answer.error.message), { code: answer.error.code, detail: answer.error.detail });
  return { rows: answer.rows ?? [], rowCount: answer.rowCount ?? 0 };
}
