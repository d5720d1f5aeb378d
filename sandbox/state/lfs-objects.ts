import { slot } from '../world.ts'

/** Objects of Git LFS by their id, the SHA-256 of their bytes. */
export const lfsObjectsOf = slot<Map<string, Uint8Array>>('lfs-objects', () => new Map())
