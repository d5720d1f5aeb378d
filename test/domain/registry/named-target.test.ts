import { expect, test } from 'vitest'
import { targetNamedIn } from '../../../src/domain/registry/named-target.ts'

const COLUMNS = ['id', 'plan', 'is it: #1?', 'churn', 'charges']

test.each([
  ['X, y = rows.drop(columns=["id", "churn"]), rows["churn"]', 'churn'],
  ["data = data.drop('id', axis=1)\ny = data[['churn']].values.ravel()", 'churn'],
  ['y_train <- train[["churn"]]', 'churn'],
  ['FEATURES = ["plan", "charges"]\nTARGET = "churn"', 'churn'],
  ["const TARGET = 'churn'\nconst words = ['id', 'plan']", 'churn'],
  ['fit(data, label_column="churn", by=["plan"])', 'churn'],
  ['labels = rows.pop("churn")\nrows = rows[["plan", "charges"]]', 'churn'],
  ['X = rows.drop(["churn"], axis=1)\nprint(rows["charges"].mean())', 'churn'],
  ['print(rows["churn"].mean())', 'churn'],
  ['data = read(columns=["plan"])\ny = data["churn"].map({"Yes": 1})', 'churn'],
  ['y = rows["is it: #1?"]', 'is it: #1?'],
])('is what a training script sets apart: %s', (script, target) => {
  expect(targetNamedIn(script, COLUMNS)).toBe(target)
})

test.each([
  ['', 'names none'],
  ['print(rows["plan"], rows["charges"])', 'names several alike'],
  ['y1, y2 = rows["churn"], rows["charges"]', 'sets two apart'],
  ['y = rows["churned"]', 'names another'],
  ['rows = rows.drop(columns=["id", "plan"])', 'drops two'],
  ['churn = 1', 'only uses the word'],
])('is not known where a script says no more than `%s`: it %s', script => {
  expect(targetNamedIn(script, COLUMNS)).toBeUndefined()
})
