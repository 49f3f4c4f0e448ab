import fc from "fast-check";

/**
 * Property tests try the same made-up input in every run, so that a run can be repeated and a failure is nobody's bad luck.
 * `HYOKA_SEED=7 npx vitest run` tries other input: worth doing now and then.
 */
fc.configureGlobal({ seed: Number(process.env.HYOKA_SEED ?? 20261122) });
