import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../../shared/problem.ts";
import type { Engine } from "./engine.ts";
import { resultOf, type Session } from "./session.ts";
import { receiveFrames, sendFrame } from "./wire.ts";
import type { Answer, Ask } from "./worker.ts";

/** A frame from a command to the owner: ask for the session, run a statement in it, give it back. */
interface Request extends Partial<Ask> {
  do: "connect" | "release" | "query";
  id: number;
}

const IDLE_MS = 60_000;

/** Where the owner of a folder listens. Socket names are short by law of the system, so a deep folder gets one elsewhere, private to its owner. */
export function socketAddress(folder: string): string {
  if (process.platform === "win32") return `\\\\.\\pipe\\openfirst-${Buffer.from(folder).toString("hex").slice(-80)}`;
  const address = join(folder, "owner.sock");
  return Buffer.byteLength(address) < 100 ? address : join(mkdtempSync(join(tmpdir(), "openfirst-")), "owner.sock");
}

/** Lets other commands of the same person reach the database while this process owns it. */
export async function listen(
  engine: Engine,
  address: string,
  onReleased: () => void,
  idleMs = IDLE_MS,
): Promise<{ close(): Promise<void> }> {
  if (process.platform !== "win32") rmSync(address, { force: true });
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    serve(engine, socket, onReleased, idleMs);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    const mask = process.umask(0o177);
    server.listen(address, () => resolve());
    process.umask(mask);
  });
  if (process.platform !== "win32") chmodSync(address, 0o600);
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(engine: Engine, socket: Socket, onReleased: () => void, idleMs: number): void {
  let session: Session | undefined;
  let gone = false;
  let order: Promise<void> = Promise.resolve();
  // Who holds the session and has stopped (Ctrl+Z, a lost terminal) would keep every reader waiting.
  let idle: NodeJS.Timeout | undefined;
  const release = async () => {
    clearTimeout(idle);
    const held = session;
    session = undefined;
    // The engine knows a transaction by its words; of one that broke off we do not rely on them.
    if (held && gone) await held.query("rollback").catch(() => undefined);
    held?.release();
    onReleased();
  };
  const answer = async (request: Request): Promise<Answer> => {
    if (request.do === "connect") {
      if (session) throw new Problem("internal", "connected already: release before you connect again");
      session = await engine.connect();
      if (gone) await release();
    } else if (request.do === "release") await release();
    else if (!session) throw new Problem("internal", "connect before you query");
    else return { id: request.id, ...(await session.query(request.sql ?? "", request.values)) };
    return { id: request.id };
  };
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    gone = true;
    order = order.then(release);
  });
  receiveFrames(socket, (frame) => {
    const request = requestIn(frame);
    clearTimeout(idle);
    order = order.then(async () => {
      const said = await answer(request).catch(
        (error: { message: string; code?: string; detail?: string }): Answer => ({
          id: request.id,
          error: { message: error.message, code: error.code, detail: error.detail },
        }),
      );
      if (gone) return;
      try {
        sendFrame(socket, said);
      } catch {
        socket.destroy();
      }
      if (session) idle = setTimeout(() => socket.destroy(), idleMs).unref();
    });
  });
}

/** Throws where a frame is none of ours, which ends the connection. */
function requestIn(frame: unknown): Request {
  const { do: what, id, sql, values } = (frame ?? {}) as Partial<Record<keyof Request, unknown>>;
  const isOurs =
    (what === "connect" || what === "release" || what === "query") &&
    Number.isSafeInteger(id) &&
    (sql === undefined || typeof sql === "string") &&
    (values === undefined || Array.isArray(values));
  if (!isOurs) throw new Problem("invalid-input", "a frame on the local socket is no request");
  return frame as Request;
}

/** The owner's database as seen from another process. Throws ECONNREFUSED or ENOENT where nobody listens. */
export async function reach(address: string): Promise<{ connect(): Promise<Session>; close(): Promise<void> }> {
  const socket = connect(address);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("error", reject);
  });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let next = 1;
  let lost: Problem | undefined;
  receiveFrames(socket, (frame) => {
    const answer = frame as Answer;
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    lost = new Problem(
      "database-unavailable",
      "The running Openfirst that holds the database went away; what it had not acknowledged is not saved. Run the command again.",
    );
    for (const { reject } of waiting.values()) reject(lost);
    waiting.clear();
  });
  const ask = (request: { do: string; sql?: string; values?: readonly unknown[] }): Promise<Answer> => {
    if (lost) return Promise.reject(lost);
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      sendFrame(socket, { ...request, id });
    });
  };
  let turn: Promise<void> = Promise.resolve();
  return {
    async connect() {
      const before = turn;
      const { promise, resolve } = Promise.withResolvers<void>();
      turn = promise;
      await before;
      try {
        resultOf(await ask({ do: "connect" }));
      } catch (error) {
        // Who could not connect has no session to release: the next in turn, and close(), must not wait for it.
        resolve();
        throw error;
      }
      return {
        query: async (sql, values = []) => resultOf(await ask({ do: "query", sql, values })),
        release: () =>
          void ask({ do: "release" })
            .catch(() => undefined)
            .finally(resolve),
      };
    },
    async close() {
      await turn;
      socket.end();
      socket.destroy();
    },
  };
}
