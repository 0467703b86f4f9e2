import type { Socket } from "node:net";
import { Problem } from "../../shared/problem.ts";

const LARGEST_FRAME = 512 * 1024 * 1024;

/** Sends one JSON value as a frame: four bytes of length, then UTF-8. */
export function sendFrame(socket: Socket, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value), "utf8");
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  socket.cork();
  socket.write(head);
  socket.write(body);
  socket.uncork();
}

/** Calls back with every whole frame that arrives; a frame that is no JSON, or too large, ends the connection. */
export function receiveFrames(socket: Socket, onFrame: (value: unknown) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      if ((chunks[0] as Buffer).length < 4) chunks = [Buffer.concat(chunks)];
      const length = (chunks[0] as Buffer).readUInt32BE(0);
      if (length > LARGEST_FRAME) return void socket.destroy(new Problem("too-large", "a frame on the local socket is too large"));
      if (size < 4 + length) return;
      const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      const body = all.subarray(4, 4 + length);
      const rest = all.subarray(4 + length);
      chunks = rest.length > 0 ? [rest] : [];
      size = rest.length;
      try {
        onFrame(JSON.parse(body.toString("utf8")));
      } catch (error) {
        return void socket.destroy(error as Error);
      }
    }
  });
}
