import { serve as listenHttp, type ServerType } from "@hono/node-server";
import { databaseSettings, openDatabase } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import { createApp } from "../web/app.tsx";
import { ReferenceShelf } from "../web/reference.ts";
import { fillIfEmpty } from "./ship.ts";

/** Serves the registry until it is told to end. PORT and HOST say where; the first start fills it. */
export async function serve(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<{ address: string; close(): Promise<void> }> {
  const port = portOf(environment.PORT);
  const opened = await openDatabase(databaseSettings(environment, "openfirst serve"));
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
