import { readOrder } from "../measurement/jobs/order.ts";
import { enqueue } from "../measurement/jobs/queue.ts";
import { findRecord } from "../registry/find.ts";
import { Problem } from "../shared/problem.ts";
import { type Command, progressLine } from "./command.ts";
import { fillIfEmpty } from "./ship.ts";

/** Puts sources in the queue that workers measure. */
export const enqueueCommand: Command = {
  name: "enqueue",
  summary: "Put repositories, inventories, catalogues, tenders or grants in the queue that workers measure",
  help: `Usage: openfirst enqueue repository <folder or address …> --body ID
       openfirst enqueue inventory <file or address …> --body ID
       openfirst enqueue catalogue <file, folder or address …> --body ID
       openfirst enqueue tenders <file or folder …> --body ID
       openfirst enqueue grants <file …> --body ID

Each source is a job and a series of its own; what waits already is not put there twice. Files are read by the worker, under the same path on its machine.
The queue is public (/queue): of an address its query is not shown, of a path its last name alone. An address with a password is refused.

  --body ID      whose subjects these are, an id that stands in dataset/bodies
  --series ID    the series that the look belongs to, for one source
  --title T      what the measurement is called
  --licence L    under which licence the source stands

Example: openfirst enqueue repository https://example.org/owner/name.git --body us-nsf`,
  options: { body: { type: "string" }, series: { type: "string" }, title: { type: "string" }, licence: { type: "string" } },
  async run({ words: [kind, ...addresses], options }, surface) {
    const [body, series, title, licence] = [text(options.body), text(options.series), text(options.title), text(options.licence)];
    if (!body) throw new Problem("invalid-input", "Say whose subjects these are: --body ID, an id that stands in dataset/bodies.");
    if (series && addresses.length > 1)
      throw new Problem("invalid-input", "--series names one source looked at again; put several sources in the queue without it.");
    const orders = addresses.map((address) => readOrder({ kind, address, body, series, title, licence }));
    if (orders.length === 0) throw new Problem("invalid-input", "Name what to measure: openfirst enqueue repository <address> --body ID");
    const opened = await surface.open("openfirst enqueue");
    try {
      await fillIfEmpty(opened.db, surface.environment, progressLine("Filling the registry for the first time", surface.err));
      if (!(await findRecord(opened.db, "body", body)))
        throw new Problem(
          "not-found",
          `The registry knows no body “${body}”; expected an id that stands in dataset/bodies, or import it first.`,
        );
      let enqueued = 0;
      for (const order of orders) if (await enqueue(opened.db, order)) enqueued += 1;
      const waiting = orders.length - enqueued;
      surface.out(
        options.json
          ? JSON.stringify({ enqueued, waiting })
          : `${enqueued} put in the queue${waiting > 0 ? `, ${waiting} waited there already` : ""}.`,
      );
      return 0;
    } finally {
      await opened.close();
    }
  },
};

const text = (given: string | boolean | undefined): string | undefined => (typeof given === "string" && given !== "" ? given : undefined);
