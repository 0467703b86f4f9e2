import type { Visit } from "../visit.ts";
import { OwnText } from "./own-text.tsx";

/** The name of a body, marked with its language where that is not the page's. */
export function BodyName({ visit, id }: { visit: Visit; id: string }) {
  return <OwnText visit={visit} texts={visit.reference.bodies.get(id)?.names ?? { en: id }} />;
}
