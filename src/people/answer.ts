/** What the sign-in library answered to a call, with the cookies that the browser is to get. */
export interface Answered<T> {
  ok: boolean;
  status: number;
  body: Partial<T> & { code?: string };
  cookies: string[];
}

/** Reads an answer of the sign-in library: a call with `asResponse: true`. */
export async function answered<T>(asking: Promise<Response>): Promise<Answered<T>> {
  const response = await asking;
  const body = (await response.json().catch(() => ({}))) as Partial<T> & { code?: string };
  return { ok: response.ok, status: response.status, body: body ?? {}, cookies: response.headers.getSetCookie() };
}
