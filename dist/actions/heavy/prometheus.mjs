import { c as ModelyardError } from "./run.mjs";
import { t as openEndpoint } from "./endpoint2.mjs";
// src/adapters/http/prometheus.ts
const MAX_ANSWER = 4194304;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
function openPrometheus(token) {
	const endpoint = openEndpoint(MAX_ANSWER, (url) => {
		if (token === void 0 || token === "") return {};
		if (url.protocol === "https:" || LOOPBACK.test(url.hostname)) return { authorization: `Bearer ${token}` };
		throw new ModelyardError({
			code: "bad-input",
			message: `${url.host} would get the token of MODELYARD_PROMETHEUS_TOKEN as plain text`,
			next: "name an https: address, or leave the token out"
		});
	});
	return { ask: (url, options) => endpoint.call({
		method: "GET",
		url,
		...options
	}) };
}
export { openPrometheus };
