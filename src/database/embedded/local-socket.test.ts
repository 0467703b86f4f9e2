import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Engine } from "./engine.ts";
import { listen, reach } from "./local-socket.ts";
import { claimFolder, readOwner } from "./ownership.ts";
import type { Session } from "./session.ts";
import { receiveFrames, sendFrame } from "./wire.ts";
import type { Answer } from "./worker.ts";

const skip = process.env.TEST_DATABASE_URL
  ? "the embedded database only"
  : process.platform === "win32"
    ? "Windows has named pipes instead"
    : false;
const folder = mkdtempSync(join(tmpdir(), "openfirst-socket-"));
const address = join(folder, "owner.sock");
after(() => rmSync(folder, { recursive: true, force: true }));

/** Speaks to the socket as a stranger would: bytes in, frames or the end out. */
class Stranger {
  readonly socket: Socket = connect(address);
  readonly #frames: Answer[] = [];
  readonly ended: Promise<void>;
  #wake: () => void = () => undefined;

  constructor() {
    receiveFrames(this.socket, (frame) => {
      this.#frames.push(frame as Answer);
      this.#wake();
    });
    this.socket.on("error", () => undefined);
    this.ended = new Promise((resolve) => this.socket.once("close", () => resolve()));
  }

  async ask(request: object): Promise<Answer> {
    sendFrame(this.socket, request);
    if (this.#frames.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#frames.shift() as Answer;
  }
}

function frame(body: string | Buffer, length = Buffer.byteLength(body)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return Buffer.concat([head, Buffer.from(body)]);
}

test("the local socket", { skip }, async (context) => {
  const engine = await Engine.open();
  let released = 0;
  const listening = await listen(
    engine,
    address,
    () => {
      released += 1;
    },
    300,
  );
  after(async () => {
    await listening.close();
    await engine.close();
  });
  const one = async () => {
    const remote = await reach(address);
    const session: Session = await remote.connect();
    const { rows } = await session.query("select 1 as one");
    session.release();
    await remote.close();
    return rows;
  };

  await context.test("is for its owner alone", () => assert.equal(statSync(address).mode & 0o077, 0));

  const foreign: Record<string, Buffer> = {
    "another protocol": Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
    "a length beyond all measure": Buffer.from([255, 255, 255, 255]),
    "no JSON": frame("{"),
    "no UTF-8": frame(Buffer.from([0xff, 0xfe])),
    null: frame("null"),
    "a number": frame("5"),
    "a list": frame("[1]"),
    "nothing known": frame('{"do":"drop","id":1}'),
    "no number": frame('{"do":"connect"}'),
    "a number that is none": frame('{"do":"connect","id":1e400}'),
    "SQL that is no text": frame('{"do":"query","id":1,"sql":{}}'),
    "values that are no list": frame('{"do":"query","id":1,"sql":"select 1","values":{"length":9}}'),
    "brackets without end": frame("[".repeat(100_000)),
    "an empty frame": frame(""),
  };
  for (const [name, bytes] of Object.entries(foreign)) {
    await context.test(`${name}: the connection ends, the database goes on`, async () => {
      const stranger = new Stranger();
      stranger.socket.write(bytes);
      await stranger.ended;
      assert.deepEqual(await one(), [{ one: 1 }]);
    });
  }

  await context.test("half a frame holds up nobody", async () => {
    const stranger = new Stranger();
    stranger.socket.write(frame('{"do":"con', 400));
    assert.deepEqual(await one(), [{ one: 1 }]);
    stranger.socket.destroy();
  });

  await context.test("a frame that comes byte by byte is read", async () => {
    const stranger = new Stranger();
    const bytes = frame('{"do":"query","id":7,"sql":"select 1"}');
    for (const byte of bytes.subarray(0, -1)) stranger.socket.write(Buffer.from([byte]));
    await new Promise((wake) => setTimeout(wake, 20));
    const answered = stranger.ask({ do: "release", id: 8 }).catch(() => undefined);
    stranger.socket.destroy();
    await Promise.race([answered, stranger.ended]);
    assert.deepEqual(await one(), [{ one: 1 }]);
  });

  await context.test("asking out of turn is refused and ends nothing", async () => {
    const stranger = new Stranger();
    assert.match((await stranger.ask({ do: "query", id: 1, sql: "select 1" })).error?.message ?? "", /connect before/);
    assert.deepEqual(await stranger.ask({ do: "connect", id: 2 }), { id: 2 });
    assert.match((await stranger.ask({ do: "connect", id: 3 })).error?.message ?? "", /connected already/);
    assert.match((await stranger.ask({ do: "query", id: 4, sql: "select nothing" })).error?.message ?? "", /nothing/);
    assert.deepEqual((await stranger.ask({ do: "query", id: 5, sql: "select 1 as one" })).rows, [{ one: 1 }]);
    assert.deepEqual(await stranger.ask({ do: "release", id: 6 }), { id: 6 });
    assert.match((await stranger.ask({ do: "query", id: 7, sql: "select 1" })).error?.message ?? "", /connect before/);
    stranger.socket.destroy();
    assert.deepEqual(await one(), [{ one: 1 }]);
  });

  for (const begin of ["begin", "/* a remark */ begin", "  START TRANSACTION"]) {
    await context.test(`who goes away inside “${begin}” leaves nothing behind`, async () => {
      const before = released;
      const stranger = new Stranger();
      await stranger.ask({ do: "connect", id: 1 });
      await stranger.ask({ do: "query", id: 2, sql: begin });
      await stranger.ask({ do: "query", id: 3, sql: "create table half_written (id int)" });
      stranger.socket.destroy();
      const remote = await reach(address);
      const session = await remote.connect();
      assert.deepEqual((await session.query("select to_regclass('half_written') as found")).rows, [{ found: null }]);
      session.release();
      await remote.close();
      assert.ok(released > before);
    });
  }

  await context.test("who stops inside a transaction loses it after a while, and others go on", async () => {
    const stranger = new Stranger();
    await stranger.ask({ do: "connect", id: 1 });
    await stranger.ask({ do: "query", id: 2, sql: "begin" });
    assert.deepEqual(await one(), [{ one: 1 }]);
    await stranger.ended;
  });

  await context.test("a hundred that ask and go away hold up nobody", async () => {
    const many = Array.from({ length: 100 }, () => new Stranger());
    for (const stranger of many) sendFrame(stranger.socket, { do: "connect", id: 1 });
    await new Promise((wake) => setTimeout(wake, 50));
    for (const stranger of many) stranger.socket.destroy();
    assert.deepEqual(await one(), [{ one: 1 }]);
  });

  await context.test("two that write at once write one after the other", async () => {
    await engine.runScript("create table counted (n int); insert into counted values (0)");
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const remote = await reach(address);
        for (let round = 0; round < 5; round += 1) {
          const session = await remote.connect();
          await session.query("begin");
          const { rows } = await session.query("select n from counted");
          await session.query("update counted set n = $1", [Number(rows[0]?.n) + 1]);
          await session.query("commit");
          session.release();
        }
        await remote.close();
      }),
    );
    const session = await engine.connect();
    assert.deepEqual((await session.query("select n from counted")).rows, [{ n: 20 }]);
    session.release();
  });
});

test("a folder's lock: one owner, told by name, and a torn note about it is no note", { skip }, () => {
  const first = claimFolder(folder);
  assert.ok(first);
  assert.equal(claimFolder(folder), undefined);
  first.announce({ pid: 1, command: "openfirst serve", since: "2026-11-23T00:00:00Z" });
  assert.equal(readOwner(folder)?.command, "openfirst serve");
  first.release();
  const second = claimFolder(folder);
  assert.ok(second);
  second.release();
  assert.equal(readOwner(join(folder, "nowhere")), undefined);
});
