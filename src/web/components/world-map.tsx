import world from "../maps/world.json" with { type: "json" };
import type { Visit } from "../visit.ts";

/** How a place is filled: each is told apart by its texture as well as by its colour. */
const textures = ["solid", "striped", "plain", "hatched", "crossed", "dotted"] as const;
export type Texture = (typeof textures)[number];

/** One of the groups into which a map sorts the places, in the order of the legend. */
interface MapGroup {
  id: string;
  name: string;
  texture: Texture;
}

interface WorldMapFacts {
  visit: Visit;
  /** names the map within its page */
  id: string;
  title: string;
  groups: readonly MapGroup[];
  /** the group of each place, by identifier; places that are not states are not drawn */
  groupOf: ReadonlyMap<string, string>;
}

const shapes = new Map(Object.entries(world.shapes));
const points = new Map(Object.entries(world.points));

/** The places that the map can show: those that the registry calls national. */
export function isOnMap(place: string): boolean {
  return shapes.has(place) || points.has(place);
}

/** The world by groups, drawn on the server. What it says stands in a table beside it: this is a picture, not the only way to know. */
export function WorldMap({ visit, id, title, groups, groupOf }: WorldMapFacts) {
  const members = new Map(
    groups.map((group) => [group.id, [...groupOf].filter(([place, own]) => own === group.id && isOnMap(place)).map(([place]) => place)]),
  );
  const counts = groups
    .map((group) => `${group.name}${visit.t("punctuation.colon")}${visit.number(members.get(group.id)?.length ?? 0)}`)
    .join(visit.t("punctuation.semicolon"));
  const faintFirst = [...groups].reverse();
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${world.width} ${world.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        xmlns="http://www.w3.org/2000/svg"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>
          {counts}. {visit.t("map.in-table")}
        </desc>
        <Patterns id={id} />
        <path class="others" d={world.others} />
        {faintFirst.map((group) => (
          <g class={`area ${group.texture}`} fill={`url(#${id}-${group.texture})`}>
            {(members.get(group.id) ?? []).map((place) =>
              shapes.has(place) ? (
                <path d={shapes.get(place)}>
                  <title>
                    {visit.placeName(place)}
                    {visit.t("punctuation.colon")}
                    {group.name}
                  </title>
                </path>
              ) : null,
            )}
          </g>
        ))}
        {faintFirst.map((group) => (
          <g class={`point ${group.texture}`}>
            {(members.get(group.id) ?? []).map((place) => {
              const [x, y] = points.get(place) ?? [];
              return x === undefined ? null : (
                <use href={`#${id}-point-${group.texture}`} x={x} y={y}>
                  <title>
                    {visit.placeName(place)}
                    {visit.t("punctuation.colon")}
                    {group.name}
                  </title>
                </use>
              );
            })}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul class="legend">
          {groups.map((group) => (
            <li>
              <svg viewBox="0 0 40 16" aria-hidden="true">
                <g class={`area ${group.texture}`} fill={`url(#${id}-${group.texture})`}>
                  <rect x="1" y="1" width="22" height="14" />
                </g>
                <g class={`point ${group.texture}`}>
                  <use href={`#${id}-point-${group.texture}`} x="33" y="8" />
                </g>
              </svg>{" "}
              {group.name} <span class="figure">{visit.number(members.get(group.id)?.length ?? 0)}</span>
            </li>
          ))}
        </ul>
        <p class="small">
          {visit.t("map.points")} {visit.t("map.disclaimer")}
        </p>
      </figcaption>
    </figure>
  );
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-solid`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="ink" />
      </pattern>
      <pattern id={`${id}-striped`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" class="paper" />
        <rect width="6" height="4" class="ink" />
      </pattern>
      <pattern id={`${id}-plain`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="wash" />
      </pattern>
      <pattern id={`${id}-hatched`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" class="paper" />
        <rect width="1.6" height="5" class="quiet" />
      </pattern>
      <pattern id={`${id}-crossed`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="paper" />
        <path d="M2.5 2.5l3 3m0-3l-3 3" class="stroke" />
      </pattern>
      <pattern id={`${id}-dotted`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="paper" />
      </pattern>
      <g id={`${id}-point-solid`}>
        <circle r="4.5" class="ink" />
      </g>
      <g id={`${id}-point-striped`}>
        <circle r="4.5" class="paper rim" />
        <circle r="2.4" class="ink" />
      </g>
      <g id={`${id}-point-plain`}>
        <circle r="4.2" class="wash rim" />
      </g>
      <g id={`${id}-point-hatched`}>
        <circle r="4.2" class="paper rim" />
        <path d="M0-4.2a4.2 4.2 0 0 1 0 8.4z" class="quiet" />
      </g>
      <g id={`${id}-point-crossed`}>
        <path d="M-3-3L3 3M3-3L-3 3" class="stroke" />
      </g>
      <g id={`${id}-point-dotted`}>
        <circle r="4" class="paper dots" />
      </g>
    </defs>
  );
}
