import { c as ModelyardError } from "./run.mjs";
import { m as isPattern } from "./names.mjs";
import { c as sharedWindows, l as spanMs, s as seasonalWindows, u as windowUntil } from "./window.mjs";
// src/domain/monitoring/sample-source.ts
const DAY_MS = 864e5;
function currentSource(given, kept, now) {
	if (given.current !== void 0 && given.sql !== void 0) throw wrong("there are two current samples: a file and a query", "name one of them");
	const named = given.current === void 0 ? queryOf(given.sql) : { files: given.current };
	const from = named ?? placeOf(kept);
	if (from === void 0) throw wrong("there is no current sample", "name a file, or write one into model.yaml: monitor: {current: {uri: …}}");
	const keys = named === void 0 ? kept : void 0;
	const column = given.time ?? keys?.time;
	const days = keys?.["window-days"];
	const length = given.window === void 0 ? days && days * DAY_MS : spanMs(given.window);
	if (length === void 0 && given.until !== void 0) throw wrong("`until` ends a window, and there is none", "say how long it is: --window 7d");
	if (column === void 0 !== (length === void 0)) throw wrong(column === void 0 ? "a window needs the column that says when a row is of" : `\`${column}\` says when a row is of, and no window which of them are read`, "name both: --time COLUMN --window 7d");
	const source = {
		from,
		isKept: named === void 0
	};
	if (column === void 0 || length === void 0) return source;
	return {
		...source,
		times: {
			column,
			windows: [windowUntil(length, given.until, now)]
		}
	};
}
function keptReference(kept, current) {
	const [window] = current.times?.windows ?? [];
	if (typeof kept === "string") return seasonalReference(kept, current, window);
	const from = placeOf(kept);
	if (from === void 0) throw new Error("the schema lets no source pass that has no place");
	const { time: column, "window-days": days } = kept;
	if (column === void 0 || days === void 0) return {
		from,
		isKept: true
	};
	if (window === void 0) throw wrong("the reference ends where the current window begins, and there is none", "name one: --time COLUMN --window 7d, or `time` and `window-days` below monitor.current");
	return {
		from,
		isKept: true,
		times: {
			column,
			windows: [{
				from: window.from - days * DAY_MS,
				to: window.from
			}]
		}
	};
}
function seasonalReference(season, current, window) {
	if (window === void 0 || current.times === void 0) throw wrong(`a reference of the ${season.replace("-", " ")} is counted back from a window, and there is none`, "name one: --time COLUMN --window 7d, or `time` and `window-days` below monitor.current");
	const windows = seasonalWindows(window, season);
	if (windows.length === 0) throw wrong("a window of a year or more touches every month", "take a shorter one");
	return {
		...current,
		times: {
			column: current.times.column,
			windows
		}
	};
}
function sharedTimesOf(current, reference) {
	if (current.times === void 0 || reference === void 0 || !isSamePlace(current, reference)) return [];
	const { windows } = current.times;
	if (reference.times === void 0) return [...windows];
	return current.times.column === reference.times.column ? sharedWindows(windows, reference.times.windows) : [];
}
function isSamePlace(first, second) {
	return JSON.stringify(first.from) === JSON.stringify(second.from);
}
function plainFile({ from, times }) {
	if ("sql" in from || times !== void 0 || isPattern(from.files) || isRemote(from.files)) return void 0;
	return from.files;
}
function isRemote(files) {
	return /^[a-z][a-z0-9+.-]+:\/\//i.test(files);
}
const LONGEST_QUERY = 100;
function sourceName({ from }) {
	if ("files" in from) return from.files;
	const text = from.sql.replaceAll(/\s+/g, " ").trim();
	return `query ${text.length > LONGEST_QUERY ? `${text.slice(0, 99)}…` : text}`;
}
function queryOf(sql) {
	return sql === void 0 ? void 0 : { sql };
}
function placeOf(kept) {
	return kept?.uri === void 0 ? queryOf(kept?.sql) : { files: kept.uri };
}
function wrong(message, next) {
	return new ModelyardError({
		code: "bad-input",
		message,
		next
	});
}
export { sharedTimesOf as a, plainFile as i, isRemote as n, sourceName as o, keptReference as r, currentSource as t };
