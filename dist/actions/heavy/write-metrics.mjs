// src/domain/monitoring/metric-definitions.ts
const LEVEL = [
	"model",
	"of",
	"level"
];
const FIGURE = [...LEVEL, "unit"];
const METRIC_DEFINITIONS = {
	ranAt: {
		name: "modelyard_monitor_run_timestamp_seconds",
		help: "When a monitor of the model ran last, in seconds since 1970.",
		type: "gauge",
		labels: ["model", "monitor"]
	},
	untold: {
		name: "modelyard_monitor_untold",
		help: "How many features or levels the last run could not tell of.",
		type: "gauge",
		labels: ["model", "monitor"]
	},
	drifted: {
		name: "modelyard_feature_drifted",
		help: "1 where a feature drifted in the last run, 0 where it did not; left out where it could not be told.",
		type: "gauge",
		labels: ["model", "feature"]
	},
	distance: {
		name: "modelyard_feature_drift_distance",
		help: "How far a feature moved: Kolmogorov and Smirnov's D of numbers, Cramér's V of categories.",
		type: "gauge",
		labels: ["model", "feature"]
	},
	broken: {
		name: "modelyard_service_level_broken",
		help: "1 where a service level is broken, 0 where it is kept; left out where it could not be told.",
		type: "gauge",
		labels: LEVEL
	},
	value: {
		name: "modelyard_service_level_value",
		help: "What was measured of a service level, in seconds, as a ratio or in requests a second.",
		type: "gauge",
		labels: FIGURE
	},
	low: {
		name: "modelyard_service_level_low",
		help: "The low end of its 95 % interval; left out where nothing bounds it.",
		type: "gauge",
		labels: FIGURE
	},
	high: {
		name: "modelyard_service_level_high",
		help: "The high end of its 95 % interval; left out where nothing bounds it.",
		type: "gauge",
		labels: FIGURE
	},
	limit: {
		name: "modelyard_service_level_limit",
		help: "What the model.yaml promises of it.",
		type: "gauge",
		labels: FIGURE
	}
};
// src/domain/monitoring/metrics.ts
function driftMetrics({ model, features }, at) {
	const told = features.filter(({ status }) => status === "ok" || status === "drift");
	const untold = features.filter(({ status }) => status === "insufficient-data" || status === "error");
	return [
		...runMetrics([model, "drift"], at, untold.length),
		{
			definition: METRIC_DEFINITIONS.drifted,
			samples: told.map(({ feature, status }) => ({
				labels: [model, feature],
				value: status === "drift" ? 1 : 0
			}))
		},
		{
			definition: METRIC_DEFINITIONS.distance,
			samples: features.flatMap(({ feature, values }) => values === void 0 ? [] : [{
				labels: [model, feature],
				value: values.distance
			}])
		}
	];
}
function serviceMetrics({ model, levels }, at) {
	const told = levels.filter(({ status }) => status === "ok" || status === "breached");
	const figure = (of) => levels.flatMap((level) => {
		const value = of(level);
		if (value === void 0) return [];
		const { name, scale } = UNITS[level.unit];
		return [{
			labels: [
				model,
				level.of,
				level.name,
				name
			],
			value: inBaseUnit(value, scale)
		}];
	});
	return [
		...runMetrics([model, "service-levels"], at, levels.length - told.length),
		{
			definition: METRIC_DEFINITIONS.broken,
			samples: told.map(({ of, name, status }) => ({
				labels: [
					model,
					of,
					name
				],
				value: status === "breached" ? 1 : 0
			}))
		},
		{
			definition: METRIC_DEFINITIONS.value,
			samples: figure(({ value }) => value)
		},
		{
			definition: METRIC_DEFINITIONS.low,
			samples: figure(({ low }) => low)
		},
		{
			definition: METRIC_DEFINITIONS.high,
			samples: figure(({ high }) => high)
		},
		{
			definition: METRIC_DEFINITIONS.limit,
			samples: figure(({ limit }) => limit.value)
		}
	];
}
const UNITS = {
	ms: {
		name: "seconds",
		scale: 1e3
	},
	share: {
		name: "ratio",
		scale: 1
	},
	"requests/s": {
		name: "requests_per_second",
		scale: 1
	},
	own: {
		name: "own",
		scale: 1
	}
};
function inBaseUnit(value, scale) {
	return Number((value / scale).toPrecision(15));
}
function runMetrics(labels, at, untold) {
	return [{
		definition: METRIC_DEFINITIONS.ranAt,
		samples: [{
			labels,
			value: at / 1e3
		}]
	}, {
		definition: METRIC_DEFINITIONS.untold,
		samples: [{
			labels,
			value: untold
		}]
	}];
}
// src/commands/write-metrics.ts
async function writeMetrics(path, families, { artifacts, reports }) {
	await artifacts.write(path, new TextEncoder().encode(reports.renderMetrics(families)));
}
export { driftMetrics as n, serviceMetrics as r, writeMetrics as t };
