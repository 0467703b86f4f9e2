import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { openAccounts } from "../people/accounts.ts";
import { offerSetUp } from "../people/new-account.ts";
import { accountSettings } from "../people/read-settings.ts";
import { Problem } from "../shared/problem.ts";
import { createApp } from "../web/app.tsx";
import { ReferenceShelf } from "../web/reference.ts";
import type { Command, Surface } from "./command.ts";
import { fillIfEmpty, measureShipped } from "./ship.ts";
import { startWorkers, workersAskedFor } from "./workers.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve the registry's pages and API",
  help: `Usage: openfirst serve

Serves the registry at http://localhost:8080 until it is ended (Ctrl+C). The first start fills it with the shipped dataset.
Settings: PORT (8080; 0 takes a free one), HOST (localhost; 0.0.0.0 for every address of the machine), OPENFIRST_DATA or DATABASE_URL,
OPENFIRST_EMPTY=1 to start without the shipped dataset, OPENFIRST_WORKERS (how many workers it starts for the queue of measurements: 1, with
DATABASE_URL 0). Other commands may run beside it on the same data folder.

On localhost it is for one person and nobody signs in. On any other address, or with OPENFIRST_ACCOUNTS=1, drafting takes an account; the first
start then writes a token with which the first account is made. The settings of accounts stand in docs/accounts.md.`,
  options: {},
  async run(_, surface) {
    const running = await serve(surface);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    await running.close();
    return 0;
  },
};

/** Serves the registry until it is told to end. PORT and HOST say where; the first start fills it. */
async function serve(surface: Surface): Promise<{ address: string; close(): Promise<void> }> {
  const { environment, out: say } = surface;
  const port = portOf(environment.PORT);
  const host = environment.HOST || "localhost";
  const settings = accountSettings(environment, host);
  const workersAsked = workersAskedFor(environment);
  const opened = await surface.open("openfirst serve");
  if (opened.held === "reached") {
    await opened.close();
    throw new Problem("busy", "Another Openfirst already serves this data folder. End it first, or set OPENFIRST_DATA to another folder.");
  }
  const shelf = new ReferenceShelf(opened.db);
  let lastSaid = 0;
  const filled = await fillIfEmpty(opened.db, environment, (done, of) => {
    if (done - lastSaid < of / 5 && done < of) return;
    lastSaid = done;
    say(`Filling the registry for the first time: ${done} of ${of} records`);
  });
  if (filled) say(`The registry holds ${filled.added} records.`);
  const measured = await measureShipped(opened.db, environment);
  if (measured > 0) say(`${measured} repositories, inventory items, tenders and grants were judged.`);
  await opened.share(() => shelf.changed());
  const app = createApp(opened.db, shelf, await openAccounts(opened.db, settings));
  const server = await listenOn(app.fetch, port, host);
  await Promise.resolve(app.request("/en")).catch(() => undefined);
  const { port: actual } = server.address() as { port: number };
  const address = `http://${host}:${actual}`;
  say(`Openfirst serves ${address}`);
  const token = settings.mode === "required" ? await offerSetUp(opened.db) : undefined;
  if (token) say(`Make the first account at ${settings.baseAddress ?? address}/en/set-up with the token ${token}`);
  // A server of PostgreSQL may be one of many, and its workers stand where there is room; nobody else reaches what is in memory.
  const workerCount = opened.held === "memory" ? 0 : (workersAsked ?? (opened.held === "own" ? 1 : 0));
  const workers = startWorkers(workerCount, environment, surface.err);
  return {
    address,
    async close() {
      await workers.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await opened.close();
    },
  };
}

function portOf(text: string | undefined): number {
  const port = Number(text || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Problem("invalid-input", `PORT is “${text}”; expected a number from 0 to 65535.`);
  return port;
}

function listenOn(fetch: (request: Request) => Response | Promise<Response>, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(
      getRequestListener(fetch, { errorHandler: () => new Response(UNREADABLE, { status: 400, headers: plain }) }),
    );
    server.on("clientError", refuseUnreadable);
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const why = cause.code === "EADDRINUSE" ? "something else listens there already; set PORT to another number" : cause.message;
      reject(new Problem("busy", `Openfirst cannot listen on ${hostname}:${port}: ${why}.`, { cause }));
    });
    server.listen(port, hostname, () => resolve(server));
  });
}

const UNREADABLE = "The request cannot be read: expected a method, an address and headers as HTTP/1.1 has them.\n";
const plain = {
  "content-type": "text/plain; charset=utf-8",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'",
  "cache-control": "no-store",
};

/** What is no HTTP, or has headers beyond all measure, never becomes a request that the site could answer. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const isLarge = error.code === "HPE_HEADER_OVERFLOW";
  const body = isLarge ? "The address or the headers are too long; expected at most 16 kB. Ask for less at once.\n" : UNREADABLE;
  const headers = Object.entries({ ...plain, "content-length": Buffer.byteLength(body), connection: "close" })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  socket.end(`HTTP/1.1 ${isLarge ? "431 Request Header Fields Too Large" : "400 Bad Request"}\r\n${headers}\r\n${body}`);
}
