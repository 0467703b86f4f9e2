// Loaded before every test: properties try the same cases each time, so that what passed once passes again and a fault can be looked at.
// TEST_SEED=<number> tries others.
import fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.TEST_SEED) || 20261123 });
