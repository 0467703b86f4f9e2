const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const endings = new Set<() => void>();

/** Has `end` run should this process be told to end meanwhile; gives back how to take that away again. */
export function onInterrupt(end: () => void): () => void {
  if (endings.size === 0) for (const signal of signals) process.once(signal, interrupted);
  endings.add(end);
  return () => {
    endings.delete(end);
    if (endings.size === 0) for (const signal of signals) process.off(signal, interrupted);
  };
}

function interrupted(signal: NodeJS.Signals): void {
  for (const end of endings) end();
  for (const other of signals) process.off(other, interrupted);
  // Nobody else listens: end as if we had not listened either.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
