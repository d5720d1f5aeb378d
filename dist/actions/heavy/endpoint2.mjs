import { c as ModelyardError } from "./run.mjs";
// src/adapters/http/endpoint.ts
const MAX_ANSWER = 8388608;
const MAX_REDIRECTS = 3;
const KEEPING = [307, 308];
const ASK_AGAIN_AFTER_MS = 100;
const ONE_QUESTION_MS = 2e3;
function openEndpoint(maxBytes = MAX_ANSWER, headersFor = () => ({})) {
	const call = async (request) => {
		const url = addressOf(request.url);
		const own = headersFor(url);
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const signal = request.signal === void 0 ? deadline : AbortSignal.any([deadline, request.signal]);
		try {
			return await follow(url, request, own, signal, maxBytes);
		} catch (error) {
			if (request.signal?.aborted) throw interrupted();
			if (deadline.aborted) return {
				is: "nothing",
				why: "timed-out",
				detail: `no whole answer within ${request.timeoutMs / 1e3} s`
			};
			return failureOf(error);
		}
	};
	return {
		call,
		async waitFor(url, timeoutMs, abandon, signal) {
			let over = false;
			const end = () => {
				over = true;
			};
			abandon.then(end, end);
			const until = performance.now() + timeoutMs;
			while (!over && performance.now() < until) {
				const reply = await call({
					method: "GET",
					url,
					timeoutMs: ONE_QUESTION_MS,
					signal
				});
				if (reply.is === "answer" && reply.status < 400) return true;
				await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_AFTER_MS));
			}
			return false;
		}
	};
}
async function follow(from, { method, body, contentType = "application/json" }, own, signal, maxBytes) {
	let url = from;
	for (let hops = 0;; hops += 1) {
		const response = await fetch(url, {
			method,
			...body === void 0 ? {} : { body },
			headers: {
				...own,
				accept: "application/json",
				"accept-encoding": "identity",
				...body === void 0 ? {} : { "content-type": contentType }
			},
			redirect: "manual",
			signal
		});
		const { status, headers } = response;
		const location = headers.get("location");
		if (location === null || status < 300 || status >= 400) {
			const text = await readLimited(response, maxBytes);
			if (text === void 0) return {
				is: "nothing",
				why: "too-large",
				detail: `more than ${maxBytes} bytes`
			};
			const [mediaType = ""] = (headers.get("content-type") ?? "").split(";");
			return {
				is: "answer",
				status,
				contentType: mediaType.trim().toLowerCase(),
				text
			};
		}
		await response.body?.cancel();
		const to = new URL(location, url);
		if (to.origin !== from.origin || hops === MAX_REDIRECTS || !KEEPING.includes(status)) return {
			is: "nothing",
			why: "redirected",
			detail: `${status} to ${to.origin}${to.pathname}`
		};
		url = to;
	}
}
async function readLimited(response, maxBytes) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of response.body ?? []) {
		bytes += chunk.length;
		if (bytes > maxBytes) return void 0;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
function addressOf(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url !== void 0 && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === "") return url;
	const what = url === void 0 ? "is no address" : url.username !== "" || url.password !== "" ? "carries a name or password" : `begins with ${url.protocol}`;
	throw new ModelyardError({
		code: "bad-input",
		message: `the endpoint's address ${what}`,
		next: "give one like http://127.0.0.1:8000/predict, http or https, without credentials"
	});
}
function failureOf(error) {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : void 0;
	const code = cause !== void 0 && "code" in cause ? String(cause.code) : "";
	const detail = code !== "" ? code : error instanceof Error ? error.message : String(error);
	return {
		is: "nothing",
		why: [
			"ECONNRESET",
			"UND_ERR_SOCKET",
			"UND_ERR_RES_CONTENT_LENGTH_MISMATCH"
		].includes(code) ? "cut" : "unreachable",
		detail: detail.slice(0, 200)
	};
}
function interrupted() {
	return new ModelyardError({
		code: "interrupted",
		message: "asking the endpoint was interrupted",
		next: "run the command again"
	});
}
export { openEndpoint as t };
