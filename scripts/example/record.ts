import { fileURLToPath } from 'node:url'
import { replayRegistry } from './replay.ts'

// Makes registry-data anew from the story, with evidence that is measured now. Run by hand when the story changes;
// `npm run generate` and the tests replay it with the evidence that is on record.
await replayRegistry(fileURLToPath(new URL('../../registry-data', import.meta.url)), 'measured')
