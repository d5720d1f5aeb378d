import { c as ModelyardError } from "./run.mjs";
// src/adapters/web/public-address.ts
const NOT_PUBLIC_4 = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 3]
];
const NOT_PUBLIC_6 = [
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["3fff::", 20]
];
let known;
function lists() {
	const { BlockList } = process.getBuiltinModule("node:net");
	const [blocked, givenOut] = [new BlockList(), new BlockList()];
	for (const [network, prefix] of NOT_PUBLIC_4) blocked.addSubnet(network, prefix, "ipv4");
	for (const [network, prefix] of NOT_PUBLIC_6) blocked.addSubnet(network, prefix, "ipv6");
	givenOut.addSubnet("2000::", 3, "ipv6");
	return {
		blocked,
		givenOut
	};
}
function isPublicAddress(address) {
	known ??= lists();
	const { blocked, givenOut } = known;
	const family = process.getBuiltinModule("node:net").isIP(address);
	if (family === 4) return !blocked.check(address, "ipv4");
	if (family !== 6 || address.includes("%")) return false;
	return givenOut.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
// src/adapters/web/public-file.ts
const builtin = process.getBuiltinModule;
const ARTIFACT = {
	code: "bad-artifact",
	what: "artifact",
	copy: "name the copy: --artifact FILE"
};
const DATA = {
	code: "bad-data",
	what: "file",
	copy: "name the copy in its place"
};
const MOST_REDIRECTS = 5;
const REDIRECTS = [
	301,
	302,
	303,
	307,
	308
];
function openWebFiles(options = {}) {
	return { async open({ url }, wanted) {
		return bodyOf(await openAddress(url, ARTIFACT, options), wanted);
	} };
}
function openWebData(options = {}) {
	return async (url) => bodyOf(await openAddress(url, DATA, options));
}
async function openAddress(url, sought, { schemes = ["https:"], isAllowed = isPublicAddress, resolve = (host, then) => builtin("node:dns").lookup(host, { all: true }, then), idleMs = 6e4, totalMs = 36e5 }) {
	const signal = AbortSignal.timeout(totalMs);
	const settings = {
		isAllowed,
		resolve,
		idleMs,
		signal,
		sought
	};
	let address = addressIn(url, void 0, schemes, sought);
	for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
		const response = await ask(address, settings);
		const { statusCode: status = 0, headers } = response;
		if (status === 200) return {
			response,
			address,
			sought,
			signal
		};
		response.destroy();
		if (!REDIRECTS.includes(status) || headers.location === void 0) throw refused(address, status, sought);
		address = addressIn(headers.location, address, schemes, sought);
	}
	throw bad(`${address.host} sends from one address to the next`, "name the address that it ends at", sought);
}
function addressIn(text, from, schemes, sought) {
	const url = URL.canParse(text, from?.href) ? new URL(text, from?.href) : void 0;
	if (url !== void 0 && schemes.includes(url.protocol) && url.username === "" && url.password === "") return url;
	throw bad(`${from === void 0 ? "the address" : `${from.host} sends to what`} is no https: address without name and password`, "name one where the file itself lies", sought);
}
function ask(url, { isAllowed, resolve, idleMs, signal, sought }) {
	const { host } = url;
	const literal = url.hostname.replace(/^\[|\]$/g, "");
	if (builtin("node:net").isIP(literal) !== 0 && !isAllowed(literal)) throw notPublic(host, literal, sought);
	const lookup = (name, options, then) => {
		resolve(name, (error, addresses) => {
			const bad = addresses?.find(({ address }) => !isAllowed(address));
			const [first] = addresses ?? [];
			if (error !== null) then(error, []);
			else if (bad !== void 0) then(notPublic(host, bad.address, sought), []);
			else if (options.all === true) then(null, [...addresses]);
			else then(null, first?.address ?? "", first?.family);
		});
	};
	const send = url.protocol === "https:" ? builtin("node:https").request : builtin("node:http").request;
	return new Promise((settle, reject) => {
		const request = send(url, {
			agent: false,
			lookup,
			headers: {
				accept: "*/*",
				"accept-encoding": "identity",
				"user-agent": "modelyard"
			},
			signal,
			timeout: idleMs
		});
		request.on("timeout", () => request.destroy(timedOut(host, sought)));
		request.on("response", settle);
		request.on("error", (error) => reject(failureOf(error, host, signal, sought)));
		request.end();
	});
}
async function* bodyOf({ response, address: { host }, sought, signal }, known) {
	const length = Number(response.headers["content-length"] ?? known?.bytes);
	try {
		if (known !== void 0 && length !== known.bytes) throw new ModelyardError({
			code: "digest-mismatch",
			message: `${host} has a file of ${length} bytes there, and the record says ${known.bytes}`,
			next: "put the registered bytes back there, or register the others as a new version"
		});
		for await (const chunk of response) yield chunk;
	} catch (error) {
		throw failureOf(error, host, signal, sought);
	} finally {
		response.destroy();
	}
}
function failureOf(error, host, signal, sought) {
	if (error instanceof ModelyardError) return error;
	if (signal.aborted) return timedOut(host, sought);
	const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
	return new ModelyardError({
		code: "remote-failed",
		message: `${host} could not be asked for ${withArticle(sought)} (${code})`,
		next: `run the command again in a while, or fetch it and ${sought.copy}`,
		cause: error
	});
}
function withArticle({ what }) {
	return `${what === "artifact" ? "an" : "a"} ${what}`;
}
function timedOut(host, sought) {
	return new ModelyardError({
		code: "timed-out",
		message: `${host} did not send ${withArticle(sought)} in time`,
		next: `run the command again in a while, or fetch it and ${sought.copy}`
	});
}
function refused({ host }, status, sought) {
	if (status === 429 || status >= 500) return failureOf(Object.assign(new Error(), { code: status }), host, new AbortController().signal, sought);
	return bad(`${host} does not give the ${sought.what} (status ${status})`, `fetch it where you may, and ${sought.copy}`, sought);
}
function notPublic(host, address, sought) {
	return bad(`${host} leads to ${address}, which is no address of the public internet`, `what lies inside of a network is not fetched for a registry: bring it, and ${sought.copy}`, sought);
}
function bad(message, next, { code }) {
	return new ModelyardError({
		code,
		message,
		next
	});
}
export { openWebData, openWebFiles };
