// src/domain/evidence/measures.ts
const FAIRNESS_MEASURES = [
	"demographic-parity-difference",
	"demographic-parity-ratio",
	"equal-opportunity-difference",
	"equalized-odds-difference"
];
const LATENCY_QUANTILES = [
	"p50",
	"p95",
	"p99"
];
// src/domain/comparison/metric-catalogue.ts
const TASKS = [
	"binary-classification",
	"multiclass-classification",
	"regression"
];
const BINARY = ["binary-classification"];
const MULTICLASS = ["multiclass-classification"];
const CLASSIFICATION = ["binary-classification", "multiclass-classification"];
const REGRESSION = ["regression"];
const entry = (direction, unit, tasks) => ({
	direction,
	unit,
	tasks
});
const METRICS = {
	"roc-auc": entry("higher", "share", BINARY),
	"average-precision": entry("higher", "share", BINARY),
	accuracy: entry("higher", "share", CLASSIFICATION),
	"balanced-accuracy": entry("higher", "share", CLASSIFICATION),
	f1: entry("higher", "share", BINARY),
	precision: entry("higher", "share", BINARY),
	recall: entry("higher", "share", BINARY),
	specificity: entry("higher", "share", BINARY),
	matthews: entry("higher", "correlation", BINARY),
	"macro-f1": entry("higher", "share", MULTICLASS),
	"weighted-f1": entry("higher", "share", MULTICLASS),
	"roc-auc-ovr": entry("higher", "share", MULTICLASS),
	"log-loss": entry("lower", "nats", CLASSIFICATION),
	brier: entry("lower", "share", BINARY),
	"calibration-error": entry("lower", "share", BINARY),
	"ks-separation": entry("higher", "share", BINARY),
	lift: entry("higher", "factor", BINARY),
	cost: entry("lower", "cost", BINARY),
	rmse: entry("lower", "target", REGRESSION),
	mae: entry("lower", "target", REGRESSION),
	"median-absolute-error": entry("lower", "target", REGRESSION),
	mape: entry("lower", "ratio", REGRESSION),
	"pinball-loss": entry("lower", "target", REGRESSION),
	r2: entry("higher", "correlation", REGRESSION),
	"mean-error": entry("zero", "target", REGRESSION)
};
const METRIC_NAMES = Object.keys(METRICS);
function metricsOf(task) {
	return METRIC_NAMES.filter((name) => METRICS[name].tasks.includes(task));
}
function metricEntry(name) {
	return METRICS[name];
}
const DEFAULT_PRIMARY = {
	"binary-classification": "roc-auc",
	"multiclass-classification": "accuracy",
	regression: "rmse"
};
function primaryMetric({ task, evaluate }) {
	return evaluate?.["primary-metric"] ?? DEFAULT_PRIMARY[task];
}
export { metricEntry as a, FAIRNESS_MEASURES as c, TASKS as i, LATENCY_QUANTILES as l, METRICS as n, metricsOf as o, METRIC_NAMES as r, primaryMetric as s, DEFAULT_PRIMARY as t };
