import { webAddress } from "../place-address.ts";

/** An address that strangers wrote: a link where it is one of the web, its text otherwise. */
export function WebAddress({ text }: { text: string }) {
  const address = webAddress(text);
  return address ? (
    <a href={address} rel="noopener nofollow" dir="ltr" class="address">
      {text}
    </a>
  ) : (
    <span dir="ltr" class="address">
      {text}
    </span>
  );
}
