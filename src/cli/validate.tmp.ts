import { checkDataset } from "../importers/dataset/check.ts";
import { readDataset } from "../importers/dataset/read.ts";
import { describeFault } from "../shared/problem.ts";
const only = process.argv[2];
const { dataset, faults } = readDataset("dataset");
const all = [...faults, ...checkDataset(dataset)].map(describeFault).filter((l) => !only || l.includes(only));
console.log(all.slice(0, 200).join("\n"));
const n = dataset.instruments.flatMap((i) => i.value.provisions.flatMap((p) => p.codings));
console.log(`${all.length} faults shown; read ${dataset.instruments.length} instruments, ${n.length} codings (${n.filter((c) => c.basis.endsWith("text")).length} text-based), ${dataset.jurisdictions.length} jurisdictions, ${dataset.claims.length} claims, ${dataset.lessons.length} lessons, ${dataset.frameworks.length} frameworks, ${dataset.coverage.length} coverage`);
