/** A pointer to one of the sources that the page lists. */
export function SourceLink({ id }: { id: string }) {
  return (
    <a href={`#source-${id}`} class="source">
      [{id}]
    </a>
  );
}
