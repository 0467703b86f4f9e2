import { Problem } from "../shared/problem.ts";
import type { Letter } from "./settings.ts";

/** Sends letters through a mail server: "smtps://user:password@mail.example.gov". Throws a Problem where the address is no mail server's. */
export function mailThrough(address: string, from: string): (letter: Letter) => Promise<void> {
  if (!/^smtps?:\/\//.test(address) || !URL.canParse(address))
    throw new Problem(
      "invalid-input",
      "OPENFIRST_SMTP is no address of a mail server; expected smtp://… or smtps://user:password@host:port.",
    );
  return async ({ to, subject, text }) => {
    // Letters are rare: what sends them is loaded with the first.
    const { createTransport } = await import("nodemailer");
    await createTransport(address, { from }).sendMail({
      to: { name: "", address: to },
      subject,
      text,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
