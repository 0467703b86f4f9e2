/** A remark that stands in English only, marked as such for screen readers and for pages from right to left; nothing where there is none. */
export function EnglishNote({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <>
      {" "}
      <span class="note" lang="en" dir="ltr">
        {text}
      </span>
    </>
  );
}
