/** How a training script sets the target apart from the features, the surest first; `NAME` stands for the column in quotes. */
const SETS_APART: readonly string[] = [
  // y = data["churn"], data$churn, y_train = rows[["churn"]].values
  String.raw`\by\w*\s*(?:=|<-)[^=\n]*\[\s*\[?\s*NAME`,
  // X, y = data.drop(columns=["id", "churn"]), data["churn"]
  String.raw`\by\w*\s*=[^\n]*\),[^\n"']*\[\s*\[?\s*NAME`,
  // TARGET = "churn", label_column: "churn", target="churn"
  String.raw`\b\w*(?:target|label)\w*["']?\s*(?:=|<-|:)\s*NAME`,
  // data.pop("churn")
  String.raw`\.pop\(\s*NAME`,
  // data.drop(columns="churn"), data.drop(["churn"], axis=1)
  String.raw`\.drop\([^)]*NAME`,
  String.raw`NAME`,
]

/**
 * The column that a training script predicts: the one that it sets apart from the others, or the only one that it names.
 * Undefined where it does so with none, or with several alike.
 */
export function targetNamedIn(script: string, columns: readonly string[]): string | undefined {
  for (const form of SETS_APART) {
    const found = columns.filter(name => new RegExp(form.replace('NAME', quoted(name)), 'im').test(script))
    const [only] = found
    if (found.length === 1) return only
  }
  return undefined
}

function quoted(name: string): string {
  return `(["'\`])${RegExp.escape(name)}\\1`
}
