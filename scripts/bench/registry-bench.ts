import { join } from 'node:path'
import { median, middleOf, modelyard, NODE, once, type Program, printRow } from './measure.ts'
import { registryWithPromotions, registryWithVersions, writeObjectList } from './registries.ts'

const git = (cwd: string, args: readonly string[], input?: string): Program => ({
  command: 'git',
  args,
  cwd,
  ...(input === undefined ? {} : { input }),
})

/** `show` and `history` against git reading the same: the log of the pointers and the records' bytes. */
export async function benchHistory(folder: string): Promise<void> {
  const node = await median(NODE)
  const times = new Map<string, number>()
  for (const promotions of [100, 500, 1500, 5000]) {
    const root = join(folder, `promotions-${promotions}`)
    await registryWithPromotions(root, promotions)
    const list = join(folder, `records-${promotions}`)
    await writeObjectList(root, /\/promotions\/\d+\.json$/, list)
    const log = await median(git(root, ['log', '--raw', '--', 'registry-data/models/churn/stages.json']))
    const records = await median(git(root, ['cat-file', '--batch'], list))
    for (const command of ['show', 'history']) {
      const time = await median(modelyard(root, [command, 'churn']))
      times.set(`${command} ${promotions}`, time)
      printRow({
        work: `${command}, ${promotions} promotions`,
        against: 'git log --raw and git cat-file --batch',
        time,
        floor: log + records,
        ...(promotions === 5000 ? { goal: 3 } : {}),
      })
    }
    if (promotions <= 500) {
      const time = await median(modelyard(root, ['history', 'churn'], { MODELYARD_GIT: 'isomorphic' }), 1)
      printRow({
        work: `history, ${promotions} promotions, isomorphic-git`,
        against: 'the same',
        time,
        floor: log + records,
      })
    }
  }
  for (const command of ['show', 'history']) {
    printRow({
      work: `${command}, 5,000 promotions, above node -e 0`,
      against: 'the same at 500',
      time: (times.get(`${command} 5000`) ?? 0) - node,
      floor: (times.get(`${command} 500`) ?? 0) - node,
      goal: 12,
    })
  }
}

/** `search` over 10,000 versions against git reading the same files. */
export async function benchSearch(folder: string): Promise<void> {
  const root = join(folder, 'versions-10000')
  await registryWithVersions(root, 9999)
  const list = join(folder, 'version-files')
  await writeObjectList(root, /\/versions\/\d+\/(?:version\.json|notes\.yaml)$|\/stages\.json$/, list)
  const tree = await median({ ...git(root, ['ls-tree', '-r', 'HEAD']), into: ['cat'] })
  const blobs = await median({ ...git(root, ['cat-file', '--batch'], list), into: ['cat'] })
  for (const filter of ['metrics.roc-auc > 0.84', "metrics.roc-auc > 0.8 and tags.team like 'fraud%'"]) {
    const time = await median(
      modelyard(root, ['search', filter, '--order', 'metrics.roc-auc desc', '--limit', '10']),
    )
    printRow({
      work: `search 10,000 versions: ${filter}`,
      against: 'git ls-tree -r and git cat-file --batch | cat',
      time,
      floor: tree + blobs,
      goal: 3,
    })
  }
}

/** `validate --base` when one version was added. */
export async function benchValidate(folder: string): Promise<void> {
  const [small, large] = [join(folder, 'versions-50'), join(folder, 'versions-5000')]
  await registryWithVersions(small, 50)
  await registryWithVersions(large, 5000)
  const floor = await median(modelyard(small, ['validate', '--base', 'base']))
  const time = await median(modelyard(large, ['validate', '--base', 'base']))
  printRow({
    work: 'validate --base, one version added to 5,000',
    against: 'the same with 50',
    time,
    floor,
    goal: 2,
  })
}

const TURNS = 31

/** Starting up. */
export async function benchStart(folder: string): Promise<void> {
  const root = join(folder, 'small')
  await registryWithPromotions(root, 10)
  const [help, show] = [modelyard(root, ['--help']), modelyard(root, ['show', 'churn'])]
  const [ofNode, ofHelp, ofShow]: [number[], number[], number[]] = [[], [], []]
  // In turn, so that whatever else the machine does falls on all; the first turn warms up.
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [program, times] of [
      [NODE, ofNode],
      [help, ofHelp],
      [show, ofShow],
    ] as const) {
      const time = await once(program)
      if (turn > 0) times.push(time)
    }
  }
  const floor = middleOf(ofNode)
  const against = 'node -e 0'
  printRow({ work: '--help', against, time: middleOf(ofHelp), floor, goal: 1.5 })
  printRow({ work: 'show of a small registry', against, time: middleOf(ofShow), floor, goal: 3 })
}
