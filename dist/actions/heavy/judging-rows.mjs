import { C as strictObject, F as _minLength, P as _maxLength, w as string } from "./schemas.mjs";
import { u as windowUntil } from "./window.mjs";
import { l as Timestamp, u as UserName } from "./names.mjs";
// src/domain/evidence/judging-rows.ts
const DAY_MS = 864e5;
const ChosenWindow = strictObject({
	uri: string().check(_minLength(1), _maxLength(1024)),
	time: UserName,
	from: Timestamp,
	to: Timestamp
});
function rowsRule({ uri, time, "window-days": days }) {
	return time === void 0 || days === void 0 ? void 0 : {
		uri,
		time,
		"window-days": days
	};
}
function windowByRule({ "window-days": days }, now, until) {
	return windowUntil(days * DAY_MS, until, now);
}
function whyOtherRows({ data, window }, measuredAt, named) {
	if (data === void 0) return void 0;
	const rule = named && rowsRule(named);
	if (rule === void 0) {
		if (data === named?.sha256) return void 0;
		const pinned = named?.sha256 === void 0 ? "pins none" : `pins ${named.sha256.slice(0, 12)}`;
		return `used the data ${data.slice(0, 12)}, but the policy ${pinned}`;
	}
	if (window === void 0 || !isOfRule(window, rule)) return `used ${window === void 0 ? `the data ${data.slice(0, 12)}` : sourceText(window)}, but the policy takes ${sourceText(rule)}`;
	const { from, to } = windowByRule(rule, Date.parse(measuredAt));
	return Date.parse(window.to) === to && Date.parse(window.from) >= from ? void 0 : `used the rows of ${window.from} to ${window.to}, but on ${measuredAt} the policy took the ${rule["window-days"]} days to ${new Date(to).toISOString().slice(0, 10)}`;
}
function isOfNamedRows({ data, window }, named) {
	const rule = rowsRule(named);
	return rule === void 0 ? data === named.sha256 : window !== void 0 && isOfRule(window, rule);
}
function isOfRule(window, rule) {
	return window.uri === rule.uri && window.time === rule.time;
}
function sourceText({ uri, time }) {
	return `rows of ${uri} by \`${time}\``;
}
function bindsRows(named) {
	return named !== void 0 && (named.sha256 !== void 0 || rowsRule(named) !== void 0);
}
export { whyOtherRows as a, rowsRule as i, bindsRows as n, windowByRule as o, isOfNamedRows as r, ChosenWindow as t };
