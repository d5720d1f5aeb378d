import type { FirstDefinition } from './first-definition.ts'

/** Renders a `predict.py` for what scikit-learn made and joblib or pickle wrote. */
export function renderFirstPredict({
  task,
  positiveClass = '1',
}: Pick<FirstDefinition, 'task' | 'positiveClass'>): string {
  return `# Predicts with the model that training left: a row of predictions.csv for each row of the data, in their order.
import os

import joblib  # reads what pickle wrote, too
import pandas

model = joblib.load(os.environ["MODELYARD_MODEL"])
rows = pandas.read_csv(os.environ["MODELYARD_DATA"])
${PREDICTED[task](positiveClass)}
predicted.to_csv(os.path.join(os.environ["MODELYARD_OUT"], "predictions.csv"), index=False)
`
}

const PREDICTED: Readonly<Record<FirstDefinition['task'], (positiveClass: string) => string>> = {
  'binary-classification':
    positiveClass => `# Without predict_proba: pandas.DataFrame({"label": model.predict(rows)})
positive = [str(name) for name in model.classes_].index(${JSON.stringify(positiveClass)})
predicted = pandas.DataFrame({"probability": model.predict_proba(rows)[:, positive]})`,
  'multiclass-classification':
    () => `# Without predict_proba: pandas.DataFrame({"label": model.predict(rows)})
names = [f"probability_{name}" for name in model.classes_]
predicted = pandas.DataFrame(model.predict_proba(rows), columns=names)`,
  regression: () => 'predicted = pandas.DataFrame({"prediction": model.predict(rows)})',
}

/** What a training script or a list of packages says of the models that come out: such as joblib and pickle write. */
export function makesPickles(texts: readonly string[]): boolean {
  const says = (pattern: RegExp) => texts.some(text => pattern.test(text))
  return says(/\b(?:sklearn|scikit-learn|joblib|pickle|xgboost|lightgbm)\b/) && !says(/onnx/i)
}

/** Whether a script follows the protocol of `predict`. */
export function isPredictScript(text: string): boolean {
  return text.includes('MODELYARD_OUT') && text.includes('MODELYARD_MODEL')
}
