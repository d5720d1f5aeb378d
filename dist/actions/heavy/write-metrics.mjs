import { c as ModelyardError } from "./run.mjs";
import { P as _maxLength, S as refine, w as string, y as optional } from "./schemas.mjs";
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
// src/domain/monitoring/push-address.ts
function plainServer(address) {
	const url = URL.canParse(address) ? new URL(address) : void 0;
	const isPlain = url?.username === "" && url.password === "" && url.search === "" && url.hash === "";
	if (url === void 0 || !isPlain || !["http:", "https:"].includes(url.protocol)) return void 0;
	return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function pushAddress(server, { job, ...labels }) {
	return `${server}/metrics/${[["job", job], ...Object.entries(labels)].map(([name, value]) => /^\.{0,2}$|\//.test(value) ? `${name}@base64/${base64(value)}` : `${name}/${encodeURIComponent(value)}`).join("/")}`;
}
function base64(value) {
	const bytes = String.fromCharCode(...new TextEncoder().encode(value));
	return value === "" ? "=" : btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
// src/commands/write-metrics.ts
const pushgateway = optional(string().check(_maxLength(4e3), refine((address) => plainServer(address) !== void 0, { error: "a plain http: or https: address, like http://pushgateway:9091" })));
const PUSH_MS = 1e4;
const MOST_SAID = 200;
async function handOutMetrics(result, monitor, families, { metrics, pushgateway }, { artifacts, reports, prometheus }, { signal }) {
	if (metrics === void 0 && pushgateway === void 0) return result;
	const text = reports.renderMetrics(families);
	if (metrics !== void 0) await artifacts.write(metrics, new TextEncoder().encode(text));
	const server = pushgateway === void 0 ? void 0 : plainServer(pushgateway);
	if (server === void 0) return result;
	const url = pushAddress(server, {
		job: "modelyard",
		model: result.model,
		monitor
	});
	const wrong = await pushed(() => prometheus.push(url, text, {
		timeoutMs: PUSH_MS,
		signal
	}));
	if (wrong === void 0) return result;
	return {
		...result,
		remarks: [...result.remarks, `the metrics did not reach ${server}: ${wrong}`]
	};
}
async function pushed(push) {
	try {
		const reply = await push();
		if (reply.is === "nothing") return `${reply.detail}; see that the address is that of a Pushgateway that runs`;
		const { status, text } = reply;
		if (status === 200 || status === 202) return void 0;
		if (status === 401 || status === 403) return `it refuses (status ${status}); give a token in the environment, MODELYARD_PUSHGATEWAY_TOKEN`;
		const said = text.trim().slice(0, MOST_SAID);
		return `it answered with status ${status}${said === "" ? "" : ` (${said})`}; see that the address is that of a Pushgateway`;
	} catch (error) {
		if (!(error instanceof ModelyardError) || error.code !== "bad-input") throw error;
		return `${error.message}; ${error.next}`;
	}
}
export { serviceMetrics as a, driftMetrics as i, pushgateway as n, plainServer as r, handOutMetrics as t };
