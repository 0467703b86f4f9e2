import type { Visit } from "../visit.ts";

/** Links to the pages of a list: first, the neighbours, last. */
export function Pages({ visit, page, of, address }: { visit: Visit; page: number; of: number; address: (page: number) => string }) {
  if (of <= 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, of])].filter((number) => number >= 1 && number <= of);
  return (
    <nav aria-label={visit.t("pages.label")} class="pages">
      <ul>
        {page > 1 ? (
          <li>
            <a rel="prev" href={address(page - 1)}>
              {visit.t("pages.previous")}
            </a>
          </li>
        ) : null}
        {shown.map((number, index) => (
          <>
            {index > 0 && number - (shown[index - 1] ?? 0) > 1 ? <li aria-hidden="true">…</li> : null}
            <li>
              {number === page ? (
                <span aria-current="page">{visit.number(number)}</span>
              ) : (
                <a href={address(number)} aria-label={visit.t("pages.page", { number })}>
                  {visit.number(number)}
                </a>
              )}
            </li>
          </>
        ))}
        {page < of ? (
          <li>
            <a rel="next" href={address(page + 1)}>
              {visit.t("pages.next")}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
