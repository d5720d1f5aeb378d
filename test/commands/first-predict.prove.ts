import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { openArtifacts } from '../../src/adapters/files/artifacts.ts'
import { openShell } from '../../src/adapters/process/index.ts'
import type { Predicted } from '../../src/commands/labelled-scores.ts'
import { predictByCommand } from '../../src/commands/predicted-by-command.ts'
import { renderFirstPredict } from '../../src/domain/registry/first-predict.ts'
import { repositoryAt, temporaryFolder } from '../support/temporary.ts'

// `predict.py` runs as it is written. Where this machine's Python has scikit-learn and pandas it meets a model of theirs,
// otherwise stand-ins that lie beside it.

const isThere = spawnSync('python3', ['-c', 'import sklearn, pandas, joblib']).status === 0

const DATA = `plan,tenure,target
a,1,Yes
"b, c",2,No
a,3,No
a,1,Yes
`
const NUMBERS = DATA.replaceAll('Yes', '4.5').replaceAll('No', '1')

const STANDINS: Readonly<Record<string, string>> = {
  'joblib.py': 'import pickle\n\ndef load(path):\n    return pickle.load(open(path, "rb"))\n',
  'pandas.py': `import csv

class DataFrame:
    def __init__(self, data, columns=None):
        if columns is not None:
            data = {name: data[:, at] for at, name in enumerate(columns)}
        self.columns = data
    def __getitem__(self, name):
        return self.columns[name]
    def to_csv(self, path, index):
        assert index is False
        with open(path, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(self.columns)
            out.writerows(zip(*self.columns.values()))

def read_csv(path):
    rows = list(csv.DictReader(open(path)))
    return DataFrame({name: [row[name] for row in rows] for name in rows[0]})
`,
  'standin.py': `class Matrix(list):
    def __getitem__(self, at):
        return [row[at[1]] for row in self]

class Model:
    def __init__(self, classes):
        self.classes_ = classes
    def predict(self, rows):
        return [4.5 if tenure == "1" else 1 for tenure in rows["tenure"]]
    def predict_proba(self, rows):
        left = [0.75 if tenure == "1" else 0.25 for tenure in rows["tenure"]]
        return Matrix([1 - p, p] for p in left)
`,
  'train.py': `import pickle, sys
from standin import Model
pickle.dump(Model(["No", "Yes"]), open(sys.argv[2], "wb"))
`,
}

const REAL: Readonly<Record<string, string>> = {
  'train.py': `import pickle, sys
import joblib, pandas
from sklearn.compose import make_column_transformer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
rows = pandas.read_csv("data.csv")
seen = make_column_transformer((OneHotEncoder(), ["plan"]), remainder="passthrough")
tree = DecisionTreeRegressor() if sys.argv[1] == "regression" else DecisionTreeClassifier()
model = make_pipeline(seen, tree).fit(rows.drop(columns="target"), rows["target"])
if sys.argv[2].endswith("joblib"):
    joblib.dump(model, sys.argv[2])
else:
    pickle.dump(model, open(sys.argv[2], "wb"))
`,
}

async function predicted(definition: Predicted, file: string) {
  const root = await temporaryFolder()
  const { task, 'positive-class': positiveClass } = definition
  const script = renderFirstPredict({ task, positiveClass })
  await repositoryAt(root).write({
    ...(isThere ? REAL : STANDINS),
    'data.csv': task === 'regression' ? NUMBERS : DATA,
    'predict.py': script,
  })
  const trained = spawnSync('python3', ['train.py', task, file], { cwd: root, encoding: 'utf8' })
  expect(trained.stderr).toBe('')
  const request = { command: 'python3 predict.py', model: join(root, file), seed: 0 }
  const data = { uri: 'data.csv', path: 'data.csv', sha256: '', pinned: false }
  const ports = { process: openShell(root), tables: openTables(root), artifacts: openArtifacts(root) }
  return (await predictByCommand(request, definition, data, ports, {})).predictions
}

test.each(['model.pkl', 'model.joblib'])(
  'two classes of %s: the probability of the positive one',
  async file => {
    const definition = { task: 'binary-classification', target: 'target', 'positive-class': 'Yes' } as const
    const found = await predicted(definition, file)
    if (found.task !== 'binary-classification') throw new Error(found.task)
    const [first = 0, second = 1, third = 1, last = 0] = found.probability
    expect(Math.min(first, last)).toBeGreaterThan(Math.max(second, third))
  },
)

test('several classes: a probability of each', async () => {
  const definition = { task: 'multiclass-classification', target: 'target' } as const
  expect(await predicted(definition, 'model.pkl')).toMatchObject({ classes: ['No', 'Yes'] })
})

test('a regression: the number', async () => {
  const definition = { task: 'regression', target: 'target' } as const
  expect(await predicted(definition, 'model.pkl')).toMatchObject({
    predicted: Float64Array.of(4.5, 1, 1, 4.5),
  })
})

test('it has ten lines', () => {
  for (const task of ['binary-classification', 'multiclass-classification', 'regression'] as const) {
    const lines = renderFirstPredict({ task, positiveClass: 'Yes' }).split('\n')
    expect(lines.filter(line => line !== '' && !line.startsWith('#')).length).toBeLessThanOrEqual(10)
  }
})
