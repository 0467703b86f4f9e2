/** Terms between semicolons and lines, as the lists in this folder are written. */
export function listed(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[;\n]/)
        .map((term) => term.trim())
        .filter(Boolean),
    ),
  ];
}
