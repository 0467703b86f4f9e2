import { localAuthor } from "../../drafting/event.ts";
import type { Visit } from "../visit.ts";

/** The name of who wrote, as pages say it: on a server for one person, which knows no name and asks the machine for none, “the author”. */
export function authorName(visit: Visit, who: string): string {
  return who === localAuthor ? visit.t("drafting.the-author") : who;
}
