import * as z from 'zod/mini'
import { UserName } from './names.ts'

const UrlPath = z
  .string()
  .check(z.maxLength(1000), z.regex(/^\/[\x21-\x7e]*$/, { error: 'a path of an address, like /predict' }))

/** How a model is served, so that its endpoint can be tried. */
export const Serve = z.strictObject({
  command: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(2000),
      z.describe('Serves the model: reads $MODELYARD_MODEL and listens on 127.0.0.1 at $PORT.'),
    ),
  ready: UrlPath.check(z.describe('Where it answers as soon as it can predict.')),
  path: z.optional(UrlPath).check(z.describe('Where predictions are asked; of `v2` what stands before /v2.')),
  protocol: z
    ._default(z.enum(['rows', 'v2']), 'rows')
    .check(z.describe('`rows`: a JSON list of row objects; `v2`: the Open Inference Protocol.')),
  probability: z
    .optional(UserName)
    .check(
      z.describe('The field or output of the probability; left out: `probability`, the output of floats.'),
    ),
  label: z
    .optional(UserName)
    .check(
      z.describe('The field or output of the label; left out: `label`, the output of text or integers.'),
    ),
})
export type Serve = z.infer<typeof Serve>
