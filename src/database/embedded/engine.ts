import { existsSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../../shared/package-root.ts";
import { Problem } from "../../shared/problem.ts";
import { resultOf, type Session } from "./session.ts";
import type { Answer } from "./worker.ts";

/** The embedded PostgreSQL in its worker thread. Sessions are handed out one at a time, in the order they were asked for. */
export class Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #ready: Promise<void>;
  #failure: Error | undefined;
  #next = 1;
  #turn: Promise<void> = Promise.resolve();

  private constructor(folder: string | undefined) {
    // From source the worker needs the loader that reads TypeScript; the bundle has a plain file beside it.
    const bundled = join(packageRoot, "dist", "database-worker.js");
    const fromSource = import.meta.url.endsWith(".ts");
    this.#worker = fromSource
      ? new Worker(new URL("./worker.ts", import.meta.url), { workerData: { folder }, execArgv: ["--import", "tsx"] })
      : new Worker(existsSync(bundled) ? bundled : new URL("./database-worker.js", import.meta.url), { workerData: { folder } });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#ready = promise;
    this.#waiting.set(0, () => resolve());
    this.#worker.on("message", (answer: Answer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    const fail = (cause: unknown) => {
      this.#failure = new Problem(
        "database-unavailable",
        "The embedded database stopped. Start Openfirst again; what was acknowledged is kept.",
        { cause },
      );
      reject(this.#failure);
      for (const answer of this.#waiting.values()) answer({ id: -1, error: { message: this.#failure.message, code: "57P01" } });
      this.#waiting.clear();
    };
    this.#worker.on("error", fail);
    this.#worker.on("exit", (code) => fail(new Error(`worker ended with ${code}`)));
  }

  /** Opens the folder, or a database in memory where none is given. */
  static async open(folder?: string): Promise<Engine> {
    // V8 sometimes ends the process when it frees code of WebAssembly, “jit_page_->allocations_.erase(addr) == 1” (github.com/nodejs/node/issues/64500).
    // So it frees none while there is an embedded database; in three paired runs the memory at most was the same.
    setFlagsFromString("--no-wasm-code-gc");
    const engine = new Engine(folder);
    await engine.#ready;
    return engine;
  }

  /** Waits for its turn. The session must be released; what it left open is rolled back. */
  async connect(): Promise<Session> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    let inTransaction = false;
    let released = false;
    return {
      query: async (sql, values = []) => {
        if (released) throw new Problem("internal", "this session was released already");
        const word = sql.trimStart().slice(0, 8).toLowerCase();
        const result = await this.#ask(sql, values);
        if (word.startsWith("begin") || word.startsWith("start")) inTransaction = true;
        if (word.startsWith("commit") || (word.startsWith("rollback") && !/^\s*rollback\s+to/i.test(sql))) inTransaction = false;
        return result;
      },
      release: () => {
        if (released) return;
        released = true;
        if (inTransaction)
          this.#ask("rollback", [])
            .catch(() => undefined)
            .finally(resolve);
        else resolve();
      },
    };
  }

  /** Runs a script of several statements, for migrations. */
  async runScript(sql: string): Promise<void> {
    resultOf(await this.#send(sql, undefined));
  }

  async close(): Promise<void> {
    await this.#turn;
    this.#failure ??= new Problem("database-unavailable", "The embedded database is closed.");
    this.#worker.removeAllListeners("exit");
    const ended = new Promise((resolve) => this.#worker.once("exit", resolve));
    this.#worker.postMessage({ id: -1, sql: "checkpoint", values: [] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await this.#worker.terminate();
    await ended;
  }

  async #ask(sql: string, values: readonly unknown[]) {
    return resultOf(await this.#send(sql, values));
  }

  #send(sql: string, values: readonly unknown[] | undefined): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage(values === undefined ? { id, sql } : { id, sql, values });
    });
  }
}
