import type * as z from 'zod/mini'

/** From so many values on, zod's compiled parser has paid for its making. */
const WORTH_COMPILING = 20

const tried = new WeakMap<z.ZodMiniType, number>()

/** `schema.safeParse`, which compiles a parser for each schema at once; a command that reads ten files goes without. */
export function trySchema<S extends z.ZodMiniType>(
  schema: S,
  data: unknown,
): z.core.util.SafeParseResult<z.infer<S>> {
  const before = tried.get(schema) ?? 0
  tried.set(schema, before + 1)
  return schema.safeParse(data, { jitless: before < WORTH_COMPILING })
}
