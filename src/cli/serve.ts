import { serve as listenHttp, type ServerType } from "@hono/node-server";
import { Problem } from "../shared/problem.ts";
import { createApp } from "../web/app.tsx";
import { ReferenceShelf } from "../web/reference.ts";
import type { Command, Surface } from "./command.ts";
import { fillIfEmpty } from "./ship.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "Serve the registry's pages and API",
  help: `Usage: openfirst serve

Serves the registry at http://localhost:8080 until it is ended (Ctrl+C). The first start fills it with the shipped dataset.
Settings: PORT (8080; 0 takes a free one), HOST (localhost; 0.0.0.0 for every address of the machine), OPENFIRST_DATA or DATABASE_URL,
OPENFIRST_EMPTY=1 to start without the shipped dataset. Other commands may run beside it on the same data folder.`,
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
export async function serve(surface: Surface): Promise<{ address: string; close(): Promise<void> }> {
  const { environment, out: say } = surface;
  const port = portOf(environment.PORT);
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
  await opened.share(() => shelf.changed());
  const app = createApp(opened.db, shelf);
  const server = await listenOn(app.fetch, port, environment.HOST || "localhost");
  await Promise.resolve(app.request("/en")).catch(() => undefined);
  const { port: actual } = server.address() as { port: number };
  const address = `http://${environment.HOST || "localhost"}:${actual}`;
  say(`Openfirst serves ${address}`);
  return {
    address,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await opened.close();
    },
  };
}

function portOf(text: string | undefined): number {
  const port = Number(text || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Problem("invalid-input", `PORT is “${text}”; expected a number from 0 to 65535.`);
  return port;
}

function listenOn(fetch: (request: Request) => Response | Promise<Response>, port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listenHttp({ fetch, port, hostname }, () => resolve(server));
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const why = cause.code === "EADDRINUSE" ? "something else listens there already; set PORT to another number" : cause.message;
      reject(new Problem("busy", `Openfirst cannot listen on ${hostname}:${port}: ${why}.`, { cause }));
    });
  });
}
