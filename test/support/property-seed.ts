import fc from 'fast-check'

// The same cases in every run, so that a change is judged by what it changed: another seed looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })
