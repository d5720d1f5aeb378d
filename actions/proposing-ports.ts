import { openRegistry } from '../src/commands/registry-reader.ts'
import { ModelyardError } from '../src/domain/errors/index.ts'
import { lazyGitHub } from '../src/doors/github.ts'
import { refusing } from '../src/doors/no-engines.ts'
import type { Engines } from '../src/doors/ports.ts'
import type { Identity, Inference, Outbox, Ports, Tables } from '../src/ports.ts'
import { MEASURE_BEFORE, NO_ENGINES, openPortsWith } from './ports.ts'

/**
 * What a model file says of itself is read without an engine; the number of rows that were trained on is done without,
 * since counting them takes one.
 */
const READS_MODELS: Engines = {
  ...NO_ENGINES,
  inference: refusing<Inference>('this Action runs no models', MEASURE_BEFORE, {
    describe: async model => (await import('../src/adapters/onnx/describe-model.ts')).describeModel(model),
  }),
  tables: refusing<Tables>('this Action reads no data', MEASURE_BEFORE, { isAbsent: true }),
}

/** Everything outside, as an Action meets it whose changes become pull requests. */
export function openProposingPorts(folder: string, token?: string): Ports {
  const { pullRequests } = lazyGitHub(process.env, token)
  const ports = openPortsWith(() => READS_MODELS, folder, token)
  return {
    ...ports,
    pullRequests,
    outbox: outboxOf(ports),
    identity: { committer: actorOf },
  }
}

/** Files in git's own folder, which the workflow uploads as an artifact. */
function outboxOf({ repository, drafts }: Pick<Ports, 'repository' | 'drafts'>): Outbox {
  return {
    isUsed: async () => (await openRegistry(repository)).config.app,
    write: (name, content) => drafts.write(`proposal/${name}`, content),
  }
}

/** Who asks is who GitHub says started the run; no step can set these variables, nor git's configuration in their place. */
const actorOf: Identity['committer'] = async () => {
  const { GITHUB_TRIGGERING_ACTOR, GITHUB_ACTOR, GITHUB_ACTOR_ID } = process.env
  const name = GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR
  if (!name) {
    throw new ModelyardError({
      code: 'no-identity',
      message: 'GitHub does not say who started this run',
      next: 'GITHUB_ACTOR has to name them; no step may change it',
    })
  }
  const number = name === GITHUB_ACTOR && GITHUB_ACTOR_ID ? `${GITHUB_ACTOR_ID}+` : ''
  return { name, email: `${number}${name}@users.noreply.github.com`, source: 'the run' }
}
