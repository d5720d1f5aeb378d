// src/domain/alerts/finding.ts
const ALERT_KINDS = [
	"drift",
	"degradation",
	"data-quality",
	"operations",
	"no-data"
];
export { ALERT_KINDS as t };
