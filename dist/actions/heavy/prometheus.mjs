import { c as ModelyardError } from "./run.mjs";
import { t as openEndpoint } from "./endpoint2.mjs";
// src/adapters/http/prometheus.ts
const MAX_ANSWER = 4194304;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const TEXT = "text/plain; version=0.0.4; charset=utf-8";
function openPrometheus(token, pushToken) {
	const asked = openEndpoint(MAX_ANSWER, bearer(token, "MODELYARD_PROMETHEUS_TOKEN"));
	const pushed = openEndpoint(MAX_ANSWER, bearer(pushToken, "MODELYARD_PUSHGATEWAY_TOKEN"));
	return {
		ask: (url, options) => asked.call({
			method: "GET",
			url,
			...options
		}),
		push: (url, text, options) => pushed.call({
			method: "PUT",
			url,
			body: text,
			contentType: TEXT,
			...options
		})
	};
}
function bearer(token, variable) {
	return (url) => {
		if (token === void 0 || token === "") return {};
		if (url.protocol === "https:" || LOOPBACK.test(url.hostname)) return { authorization: `Bearer ${token}` };
		throw new ModelyardError({
			code: "bad-input",
			message: `${url.host} would get the token of ${variable} as plain text`,
			next: "name an https: address, or leave the token out"
		});
	};
}
export { openPrometheus };
