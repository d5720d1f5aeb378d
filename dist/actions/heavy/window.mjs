import { C as strictObject, L as _regex, S as refine, r as _enum, w as string } from "./schemas.mjs";
import { g as date, h as timestamp, l as Timestamp } from "./names.mjs";
// src/domain/monitoring/window.ts
const HOUR_MS = 36e5;
const DAY_MS = 24 * HOUR_MS;
const UNIT_MS = {
	m: 6e4,
	h: HOUR_MS,
	d: DAY_MS
};
const WEEK_DAYS = 7;
const WEEKS_BEFORE = 8;
const YEARS_BEFORE = 3;
const NamedWindow = strictObject({
	from: Timestamp,
	to: Timestamp
});
const Span = string().check(_regex(/^(?:[1-9]\d{0,2}|[1-2]\d{3}|3[0-5]\d{2})d$|^[1-9]\d{0,3}h$/, { error: "a number of days or hours, such as 7d or 12h" }));
const Moment = string().check(refine((text) => date().safeParse(text).success || Timestamp.safeParse(text).success, { error: "a date, or a time in UTC like 2026-03-08T06:00:00Z" }));
function spanMs(span) {
	return Number(span.slice(0, -1)) * (UNIT_MS[span.slice(-1)] ?? NaN);
}
function isWithin({ from, to }, moment) {
	return moment >= from && moment < to;
}
function windowUntil(length, until, now) {
	const step = length % DAY_MS === 0 ? DAY_MS : HOUR_MS;
	const to = until === void 0 ? Math.floor(now / step) * step : Date.parse(until);
	return {
		from: to - length,
		to
	};
}
const Season = _enum(["same-weekday", "same-month"]);
function seasonalWindows(window, season) {
	return season === "same-weekday" ? weeksBefore(window) : monthsBefore(window);
}
function weeksBefore({ from, to }) {
	const step = Math.ceil((to - from) / (WEEK_DAYS * DAY_MS)) * WEEK_DAYS * DAY_MS;
	return Array.from({ length: WEEKS_BEFORE }, (_, index) => {
		const back = (WEEKS_BEFORE - index) * step;
		return {
			from: from - back,
			to: to - back
		};
	});
}
function monthsBefore({ from, to }) {
	const [first, last] = [new Date(from), new Date(to - 1)];
	const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
	if (months >= 12) return [];
	return Array.from({ length: YEARS_BEFORE }, (_, index) => {
		const year = first.getUTCFullYear() - (YEARS_BEFORE - index);
		const month = first.getUTCMonth();
		return {
			from: Date.UTC(year, month),
			to: Date.UTC(year, month + months + 1)
		};
	});
}
function sharedWindows(first, second) {
	return first.flatMap((one) => second.flatMap((other) => {
		const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
		return from < to ? [{
			from,
			to
		}] : [];
	}));
}
function nameWindow({ from, to }) {
	return {
		from: timestamp(from),
		to: timestamp(to)
	};
}
export { isWithin as a, sharedWindows as c, Span as i, spanMs as l, NamedWindow as n, nameWindow as o, Season as r, seasonalWindows as s, Moment as t, windowUntil as u };
