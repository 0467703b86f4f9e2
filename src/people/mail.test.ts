import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, test } from "node:test";
import { mailThrough } from "./mail.ts";

const received: string[] = [];
const server = createServer((socket) => {
  let isLetter = false;
  socket.write("220 test\r\n");
  socket.on("data", (piece) => {
    for (const line of piece.toString("utf8").split("\r\n")) {
      if (line) received.push(line);
      if (isLetter) {
        if (line === ".") socket.write("250 taken\r\n");
        isLetter = line !== ".";
      } else if (/^(EHLO|HELO|MAIL|RCPT)/.test(line)) socket.write("250 good\r\n");
      else if (line === "DATA") {
        isLetter = true;
        socket.write("354 go on\r\n");
      } else if (line === "QUIT") socket.end("221 bye\r\n");
    }
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
after(() => server.close());
const { port } = server.address() as { port: number };

test("a letter goes to its one address, whatever stands in it", async () => {
  const send = mailThrough(`smtp://127.0.0.1:${port}`, "openfirst@example.org");
  await send({
    to: "ann@example.org",
    subject: "A link\r\nBcc: eve@example.org",
    text: "Open http://localhost/en/recovery/x\n.\nAnd no more",
  });
  assert.deepEqual(
    received.filter((line) => line.startsWith("RCPT")),
    ["RCPT TO:<ann@example.org>"],
  );
  assert.ok(received.some((line) => line.startsWith("MAIL FROM:<openfirst@example.org>")));
  assert.ok(received.some((line) => line.includes("http://localhost/en/recovery/x")));
  assert.ok(!received.some((line) => /^bcc:/i.test(line)));
});

test("a server that does not answer is an error, not silence", async () => {
  await assert.rejects(mailThrough("smtp://127.0.0.1:1", "openfirst@example.org")({ to: "ann@example.org", subject: "x", text: "y" }));
});
