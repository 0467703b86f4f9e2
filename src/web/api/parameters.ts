import { z } from "zod";

/** Parameters that several routes share. */
export const limit = z.coerce
  .number({ error: "expected a whole number from 1 to 200" })
  .int("expected a whole number from 1 to 200")
  .min(1, "expected a whole number from 1 to 200")
  .max(200, "expected at most 200; go on with “next”")
  .default(50)
  .meta({ description: "How many items at most, from 1 to 200", example: 50 });

export const next = z
  .string()
  .optional()
  .meta({ description: "The cursor that the last answer gave as “next”: opaque, and good for the same question alone" });

export const knownOn = z
  .string()
  .optional()
  .meta({ description: "Our record as it stood at the end of that day (UTC): YYYY-MM-DD", example: "2027-01-31" });

/** A filter that takes one identifier; one that nothing bears gives an empty list. */
export function oneId(description: string, example: string) {
  return z.string().max(120, "expected an identifier of at most 120 characters").optional().meta({ description, example });
}

/** A filter that takes one word of a closed list. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W, description: string) {
  return z
    .enum(words, `expected one of ${words.join(", ")}`)
    .optional()
    .meta({ description });
}

/** A filter that may be given several times, or with commas: any of the values. */
export function anyOf(description: string, words?: readonly string[]) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({
      description: `${description}; several may be given, separated by commas or by repeating the parameter`,
      type: "array",
      items: { type: "string", ...(words ? { enum: [...words] } : {}) },
      param: { style: "form", explode: true },
    });
}

/** A filter of a list that takes any of several values; a word outside a closed list is refused. */
export function severalOf(description: string, words?: readonly string[]) {
  const expected = words
    ? z.string().refine((word) => words.includes(word), `expected one of ${words.join(", ")}`)
    : z.string().max(120, "expected identifiers of at most 120 characters");
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => {
      const values = [given ?? []]
        .flat()
        .flatMap((value) => value.split(","))
        .map((value) => value.trim());
      const meant = [...new Set(values.filter(Boolean))];
      return meant.length > 0 ? meant : undefined;
    })
    .pipe(z.array(expected).max(50, "expected at most 50 values").optional())
    .meta(anyOf(description, words).meta() ?? {});
}
