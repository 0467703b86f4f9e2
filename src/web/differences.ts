/** What differs between two versions of a record, by path. */
export function differences(before: unknown, after: unknown, path = ""): { path: string; before?: string; after?: string }[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isBranch = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object";
  if (!isBranch(before) || !isBranch(after)) {
    const shown = (value: unknown) =>
      value === undefined || value === null
        ? undefined
        : isBranch(value)
          ? JSON.stringify(value).slice(0, 300)
          : String(value).slice(0, 300);
    const [old, fresh] = [shown(before), shown(after)];
    return [{ path: path || "record", ...(old === undefined ? {} : { before: old }), ...(fresh === undefined ? {} : { after: fresh }) }];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differences(before[key], after[key], path ? `${path}.${key}` : key),
  );
}
