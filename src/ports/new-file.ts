/** A file that a branch gets, and the message of the commit that brings it. */
export interface NewFile {
  readonly path: string
  readonly content: Uint8Array
  readonly message: string
}
