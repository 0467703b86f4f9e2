const SECONDS_BETWEEN = 5;

/** What a person who waits is told, on the channel that no output is on. */
export interface Progress {
  say(line: string): void;
  /** How many subjects were read so far; said every few seconds only. */
  count(subjects: number): void;
}

export function progressTo(err: (line: string) => void, now: () => number = Date.now): Progress {
  let said = now();
  return {
    say: err,
    count(subjects) {
      if (now() - said < SECONDS_BETWEEN * 1000) return;
      said = now();
      err(`${subjects} read so far`);
    },
  };
}
