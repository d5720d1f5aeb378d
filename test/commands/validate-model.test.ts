import { describe, expect, test } from 'vitest'
import { archiveRecord, digest, promotion, rollbackRecord, SERVING } from '../support/models.ts'
import { evidenceFile, moveFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import {
  EVIDENCE,
  edited,
  FILES,
  FOLDER,
  judge,
  POINTERS,
  pointers,
  problem,
  put,
} from '../support/validated.ts'
import { workbench } from '../support/workbench.ts'

describe('files that do not fit each other are told with the next step', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))

  test.each([
    [
      'the number of the highest version is missing',
      { [`${FOLDER}/versions/last.json`]: null },
      `${FOLDER}/versions/last.json`,
      'missing',
      'restore',
    ],
    [
      'the number of the highest version is too low',
      { [`${FOLDER}/versions/last.json`]: '{\n  "schema": 1,\n  "last": 2\n}\n' },
      `${FOLDER}/versions/last.json`,
      'version 2',
      'restore',
    ],
    [
      'a version is missing',
      { [`${FOLDER}/versions/2`]: null },
      `${FOLDER}/versions/2`,
      'never deleted',
      'restore',
    ],
    [
      'a version’s record is missing',
      { [`${FOLDER}/versions/1/version.json`]: null },
      `${FOLDER}/versions/1/version.json`,
      'no record',
      'restore',
    ],
    [
      'a version’s record is of another version',
      { [`${FOLDER}/versions/3/version.json`]: FILES[`${FOLDER}/versions/2/version.json`] as string },
      `${FOLDER}/versions/3/version.json`,
      'says version 2',
      'restore',
    ],
    [
      'a file that the record does not name',
      { [`${FOLDER}/versions/3/model.pkl`]: 'x' },
      `${FOLDER}/versions/3/model.pkl`,
      'does not name',
      'remove',
    ],
    [
      'a record is missing',
      { [`${FOLDER}/promotions/2.json`]: null },
      `${FOLDER}/promotions/2.json`,
      'never deleted',
      'restore',
    ],
    [
      'a record that does not follow from those before',
      moveFiles('churn', [...SERVING, promotion(3, 'staging', 'production')]),
      `${FOLDER}/promotions/4.json`,
      'leave it in development',
      'restore',
    ],
    [
      'a record of a version that there is not',
      moveFiles('churn', [...SERVING, promotion(9, 'development', 'staging')]),
      `${FOLDER}/promotions/4.json`,
      'version 9',
      'restore',
    ],
    [
      'a record judged on evidence that is missing',
      moveFiles('churn', [...SERVING, promotion(3, 'development', 'staging', { evidence: [digest('9')] })]),
      `${FOLDER}/promotions/4.json`,
      '999999999999',
      'restore',
    ],
    [
      'a rollback to what never served',
      moveFiles('churn', [
        ...SERVING,
        archiveRecord(3, 'development'),
        rollbackRecord(3, 'production', { displaces: 1 }),
      ]),
      `${FOLDER}/promotions/5.json`,
      'never was there',
      'restore',
    ],
    [
      'pointers that no record explains',
      pointers({ staging: [3], production: [1] }, { champion: 1, challenger: 3 }),
      POINTERS,
      'edited by hand',
      'modelyard promote',
    ],
    [
      'a version in two places',
      pointers({ staging: [1], production: [1] }, { champion: 1, challenger: 1 }),
      POINTERS,
      'more than one place',
      'restore',
    ],
    [
      'more versions in a stage than its policy allows',
      pointers({ staging: [2, 3], production: [1] }, { champion: 1, challenger: 3 }),
      POINTERS,
      'holds 2',
      'max-versions',
    ],
    [
      'a stage that there is not',
      pointers({ staging: [2], prod: [1] }, { challenger: 2 }),
      POINTERS,
      '`prod`',
      'restore',
    ],
    [
      'the first stage named',
      pointers({ development: [3], staging: [2], production: [1] }, { champion: 1, challenger: 2 }),
      POINTERS,
      'first stage',
      'restore',
    ],
    [
      'an alias of a version that there is not',
      pointers({ staging: [2], production: [1] }, { champion: 1, challenger: 2, shadow: 9 }),
      POINTERS,
      '`shadow`',
      'modelyard alias',
    ],
    [
      'an alias of an archived version',
      pointers({ staging: [2], production: [1], archived: [3] }, { champion: 1, challenger: 2, shadow: 3 }),
      POINTERS,
      'archived',
      'modelyard alias',
    ],
    [
      'a tied alias that did not follow',
      pointers({ staging: [2], production: [1] }, { champion: 2, challenger: 2 }),
      POINTERS,
      'tied to production',
      'modelyard alias churn champion 1',
    ],
    [
      'a tied alias of an empty stage',
      moveFiles('churn', [...SERVING, archiveRecord(1, 'production')]),
      POINTERS,
      'holds nothing',
      '--remove',
    ],
    [
      'bytes that were purged and are here',
      moveFiles('churn', [...SERVING, archiveRecord(3, 'development', { purged: true })]),
      `${FOLDER}/versions/3/model.onnx`,
      'purged',
      'remove',
    ],
  ] as const)('%s', async (_what, files, path, message, next) => {
    await put(shared(), files)
    expect((await judge(shared())).problems).toContainEqual(problem('bad-file', path, message, next))
  })

  test.each([
    [
      'an artifact that is missing',
      { [`${FOLDER}/versions/3/model.onnx`]: null },
      'bad-artifact',
      `${FOLDER}/versions/3/model.onnx`,
    ],
    [
      'an artifact that was changed',
      { [`${FOLDER}/versions/3/model.onnx`]: 'ONNX evil' },
      'digest-mismatch',
      `${FOLDER}/versions/3/model.onnx`,
    ],
    ['evidence that was changed', edited(EVIDENCE, '0.8', '0.9'), 'digest-mismatch', EVIDENCE],
    [
      'evidence about another artifact',
      Object.fromEntries(
        Object.entries(evidenceFile('churn', 2, 0.9)).map(([path, text]) => [
          path.replace('/2/', '/1/'),
          text,
        ]),
      ),
      'digest-mismatch',
      `${FOLDER}/versions/1/evidence/`,
    ],
  ] as const)('%s', async (_what, files, code, path) => {
    await put(shared(), files)
    expect((await judge(shared())).problems).toContainEqual(
      problem(code, expect.stringContaining(path) as never, '', 're'),
    )
  })
})
