import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { arriveFromProvider } from "../../people/open-id.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { withVisit } from "../with-visit.ts";
import { accountPage } from "./account.tsx";
import { accountOfInstancePage } from "./account-of-instance.tsx";
import { againPages } from "./ask-to-sign-in.tsx";
import { invitationPages } from "./invitation.tsx";
import { peoplePage } from "./people.tsx";
import { recoveryPages } from "./recovery.tsx";
import { setUpPage } from "./set-up.tsx";
import { signInPages } from "./sign-in.tsx";
import { signOf, withPerson } from "./who.ts";
import { workspacePage } from "./workspace.tsx";
import { workspacesPage } from "./workspaces.tsx";

const rooms = ["sign-in", "second-factor", "sign-out", "set-up", "account", "recovery", "invitation", "workspaces", "people"];
const LONGEST_FORM = 64 * 1024;
/** What a long article needs whose session ended while it was written. */
const LONGEST_KEPT = 6 * 1024 * 1024;

/** The private pages about people, under the reader's language. They stand before the cache of pages, which never sees them. */
export const peoplePages = new Hono<Site>({ strict: false });
for (const room of rooms) peoplePages.use(`/${room}/*`, withVisit, withPerson, limitTo(LONGEST_FORM, LONGEST_KEPT));
for (const pages of [
  againPages,
  signInPages,
  setUpPage,
  accountPage,
  recoveryPages,
  invitationPages,
  workspacesPage,
  workspacePage,
  peoplePage,
  accountOfInstancePage,
])
  peoplePages.route("/", pages);

/** Where a provider of OpenID Connect sends people back. */
export const returnPages = new Hono<Site>();
returnPages.get("/callback/:provider", async (context) => {
  const response = await arriveFromProvider(signOf(context), context.req.raw);
  const answer = new Response(response.body, response);
  answer.headers.set("cache-control", "no-store");
  return answer;
});
returnPages.get("/refused", (context) =>
  context.redirect(`/en/sign-in?error=${encodeURIComponent(context.req.query("error") ?? "")}`, 303),
);

function limitTo(usual: number, kept: number) {
  const onError = () => {
    throw new Problem(
      "too-large",
      says`The form is larger than ${usual / 1024} kB, which none of these pages needs. Open the page and send it again.`,
    );
  };
  const [small, large] = [bodyLimit({ maxSize: usual, onError }), bodyLimit({ maxSize: kept, onError })];
  return (context: Parameters<typeof small>[0], next: () => Promise<void>) =>
    (context.req.path.endsWith("/again") ? large : small)(context, next);
}
