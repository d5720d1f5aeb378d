/**
 * Why a run that a pull request's head may have shaped says nothing; undefined where it does. What a run's jobs came to
 * is believed of a workflow that the base lists, and that the pull request leaves as it is.
 *
 * @param workflows - The files of the repository that say what the run does, its own first.
 * @param listed - `workflows` of `.github/modelyard.yml` on the base; undefined where that cannot be read.
 * @param changed - What the pull request touches; undefined where that is not known in full.
 * @returns A sentence of at most 140 characters where the paths are short, without its full stop.
 */
export function whyNotBelieved(
  workflows: readonly string[],
  listed: readonly string[] | undefined,
  changed: readonly string[] | undefined,
): string | undefined {
  const [own = ''] = workflows
  if (listed === undefined) return '.github/modelyard.yml of the base cannot be read'
  if (!listed.includes(own)) return `.github/modelyard.yml of the base does not list ${own}`
  if (changed === undefined) return 'it changes more files than GitHub lists'
  const shaped = [...listed, ...workflows].find(path => changed.includes(path))
  return shaped === undefined ? undefined : `the pull request changes ${shaped}, which judges it`
}
