import { c as ModelyardError } from "./run.mjs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { execFile, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { promisify, stripVTControlCharacters } from "node:util";
import { StringDecoder } from "node:string_decoder";
// src/adapters/process/kept-folder.ts
async function makeKeptFolder(path) {
	try {
		await mkdir(path, { recursive: true });
	} catch (error) {
		const code = error.code;
		if (code === "EEXIST" || code === "ENOTDIR") throw taken(path, "is a file");
		throw new ModelyardError({
			code: "cannot-write",
			message: `the folder ${path} could not be made (${code ?? error})`,
			next: "make room on the disk or name another place",
			cause: error
		});
	}
	if ((await readdir(path)).length > 0) throw taken(path, "is not empty");
}
function taken(path, why) {
	return new ModelyardError({
		code: "bad-input",
		message: `${path} ${why}, and what a command leaves needs an empty folder`,
		next: "name a new folder, or take away what is there"
	});
}
// src/adapters/process/environment.ts
const HANDED_ON = /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TEMP|TMP|VIRTUAL_ENV|CONDA_PREFIX|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMFILES|PROGRAMDATA|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$/i;
function commandEnvironment(own, given) {
	const kept = Object.entries(own).filter((entry) => HANDED_ON.test(entry[0]) && entry[1] !== void 0);
	return {
		...Object.fromEntries(kept),
		...given
	};
}
// src/adapters/process/family.ts
const MARK = "MODELYARD_COMMAND";
const HAS_PROC = process.platform === "linux";
function killFamily({ pid, mark }, signal = "SIGKILL") {
	if (pid === 0) return;
	if (process.platform === "win32") {
		spawnSync("taskkill", [
			"/pid",
			String(pid),
			"/t",
			"/f"
		], { windowsHide: true });
		return;
	}
	sendTo(-pid, signal);
	if (!HAS_PROC) return;
	for (let round = 0; round < 20; round += 1) {
		const strays = numbersInProc().filter((member) => isMarked(member, mark));
		if (strays.length === 0) return;
		for (const member of strays) sendTo(member, signal);
		if (signal !== "SIGKILL") return;
	}
}
function sendTo(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch (error) {
		const code = error.code;
		if (code !== "ESRCH" && code !== "EPERM") throw error;
	}
}
function numbersInProc() {
	return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
}
function isMarked(pid, mark) {
	return (procFile(pid, "environ")?.split("\0") ?? []).some((variable) => variable.startsWith(`MODELYARD_COMMAND=`) && variable.includes(mark));
}
async function heldBy({ pid }) {
	if (HAS_PROC) return heldInProc(pid);
	return process.platform === "win32" ? void 0 : heldByPs(pid);
}
function heldInProc(group) {
	const members = numbersInProc().filter((pid) => groupOf(procFile(pid, "stat")) === group);
	const sizes = members.map((pid) => procFile(pid, "status") ?? "");
	const bytes = (status, field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? 0) * 1024;
	if (members.length === 0) return void 0;
	return {
		together: sizes.reduce((sum, status) => sum + bytes(status, "VmRSS"), 0),
		most: Math.max(...sizes.map((status) => bytes(status, "VmHWM")))
	};
}
function groupOf(stat) {
	const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
	return fields === void 0 ? void 0 : Number(fields[2]);
}
function procFile(pid, name) {
	try {
		return readFileSync(`/proc/${pid}/${name}`, "utf8");
	} catch {
		return;
	}
}
async function heldByPs(group) {
	const sizes = ((await promisify(execFile)("ps", [
		"-A",
		"-o",
		"pgid=,rss="
	]).catch(() => void 0))?.stdout ?? "").split("\n").map((line) => line.trim().split(/\s+/).map(Number)).filter(([owner]) => owner === group).map(([, kib = 0]) => kib * 1024);
	if (sizes.length === 0) return void 0;
	return {
		together: sizes.reduce((sum, size) => sum + size, 0),
		most: Math.max(...sizes)
	};
}
// src/adapters/process/kept-output.ts
var KeptOutput = class {
	#most;
	#tooMuch;
	#parts = [];
	#bytes = 0;
	constructor(most, tooMuch) {
		this.#most = most;
		this.#tooMuch = tooMuch;
	}
	listen(stream) {
		stream.on("data", (chunk) => {
			if (this.#bytes > this.#most) return;
			this.#bytes += chunk.length;
			if (this.#bytes <= this.#most) this.#parts.push(chunk);
			else this.#tooMuch();
		});
	}
	printed() {
		return {
			text: new TextDecoder().decode(Buffer.concat(this.#parts)),
			isWhole: this.#bytes <= this.#most
		};
	}
};
// src/adapters/process/living.ts
const living = new Set();
const ENDINGS = ["SIGTERM", "SIGHUP"];
function watchOver(family) {
	if (living.size === 0) {
		process.on("exit", killAll);
		for (const signal of ENDINGS) process.on(signal, endAsTold);
	}
	living.add(family);
}
function forget(family) {
	if (!living.delete(family) || living.size > 0) return;
	process.off("exit", killAll);
	for (const signal of ENDINGS) process.off(signal, endAsTold);
}
function killAll() {
	for (const family of living) killFamily(family);
}
function endAsTold(signal) {
	killAll();
	for (const family of [...living]) forget(family);
	if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
// src/adapters/process/spoken.ts
const TAIL_BYTES = 65536;
var Spoken = class {
	#said;
	#kept = [];
	#bytes = 0;
	constructor(said) {
		this.#said = said;
	}
	listen(stream) {
		const decoder = new StringDecoder("utf8");
		let begun = "";
		stream.on("data", (chunk) => {
			this.#keep(chunk);
			if (this.#said === void 0) return;
			const lines = (begun + decoder.write(chunk)).split(/\r\n|\n|\r(?!$)/);
			begun = lines.pop() ?? "";
			for (const line of lines) this.#say(line);
			if (begun.length > 65536) {
				this.#say(begun);
				begun = "";
			}
		});
		stream.on("end", () => {
			begun += decoder.end();
			if (begun !== "") this.#say(begun);
		});
	}
	tail() {
		const whole = Buffer.concat(this.#kept);
		let from = Math.max(0, whole.length - TAIL_BYTES);
		if (from > 0) while (from < whole.length && (whole[from] & 192) === 128) from += 1;
		return stripVTControlCharacters(whole.toString("utf8", from));
	}
	#say(line) {
		this.#said?.(stripVTControlCharacters(line.replace(/\r$/, "")));
	}
	#keep(chunk) {
		this.#kept.push(chunk);
		this.#bytes += chunk.length;
		while (this.#bytes - (this.#kept[0]?.length ?? 0) >= TAIL_BYTES) this.#bytes -= this.#kept.shift()?.length ?? 0;
	}
};
// src/adapters/process/shell.ts
const LOOK_MS = {
	first: 20,
	later: 200
};
const GRACE_MS = 3e3;
const STREAMS_MS = 1e3;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
function startShell(root, request) {
	const { signal, limits } = request;
	if (signal?.aborted) return {
		ended: rejected(interrupted()),
		stop: () => rejected(interrupted())
	};
	const family = {
		pid: 0,
		mark: randomUUID()
	};
	watchOver(family);
	const child = spawnShell(root, request, family.mark);
	family.pid = child.pid ?? 0;
	const spoken = new Spoken(request.said);
	const startedAt = performance.now();
	let exceeded;
	const exceed = (limit) => {
		exceeded ??= limit;
		killFamily(family);
	};
	const kill = () => killFamily(family);
	const output = request.keptOutputBytes === void 0 ? void 0 : new KeptOutput(request.keptOutputBytes, kill);
	const ended = endOf(child, family, spoken, output);
	signal?.addEventListener("abort", kill, { once: true });
	const timer = setTimeout(exceed, Math.min(limits.seconds * 1e3, LONGEST_TIMER_MS), "time");
	const memory = watchMemory(family, limits.bytes, () => exceed("memory"));
	const answer = ended.finally(() => {
		clearTimeout(timer);
		memory.stop();
		signal?.removeEventListener("abort", kill);
	}).then(({ status, name }) => {
		if (signal?.aborted) throw interrupted();
		return {
			status,
			signal: name,
			exceeded,
			seconds: (performance.now() - startedAt) / 1e3,
			peakBytes: memory.peak(),
			tail: spoken.tail(),
			...output === void 0 ? {} : { output: output.printed() },
			memoryLimit: memoryLimitOf(limits.bytes)
		};
	});
	answer.catch(() => {});
	return {
		ended: answer,
		async stop() {
			if (child.exitCode === null && child.signalCode === null) {
				killFamily(family, "SIGTERM");
				const patience = setTimeout(kill, GRACE_MS);
				await ended.catch(() => {}).finally(() => clearTimeout(patience));
			}
			return answer;
		}
	};
}
function spawnShell(root, { command, folder, env, limits }, mark) {
	const options = {
		cwd: folder ?? root,
		env: commandEnvironment(process.env, {
			...env,
			[MARK]: `${process.env["MODELYARD_COMMAND"] ?? ""} ${mark}`
		}),
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: process.platform !== "win32",
		windowsHide: true
	};
	return memoryLimitOf(limits.bytes) === "system" ? spawn("/bin/sh", [
		"-c",
		"ulimit -v \"$0\" && exec /bin/sh -c \"$1\"",
		kibibytes(limits.bytes),
		command
	], options) : spawn(command, {
		...options,
		shell: true
	});
}
function kibibytes(bytes = 0) {
	return String(Math.ceil(bytes / 1024));
}
function memoryLimitOf(bytes) {
	if (bytes === void 0 || process.platform === "win32") return "none";
	return process.platform === "linux" ? "system" : "watched";
}
function endOf(child, family, spoken, output) {
	return new Promise((resolve, reject) => {
		if (child.stdout !== null) (output ?? spoken).listen(child.stdout);
		if (child.stderr !== null) spoken.listen(child.stderr);
		child.on("error", (error) => {
			forget(family);
			reject(noShell(error));
		});
		child.on("exit", () => {
			killFamily(family);
			forget(family);
			setTimeout(() => {
				child.stdout?.destroy();
				child.stderr?.destroy();
			}, STREAMS_MS).unref();
		});
		child.on("close", (status, name) => resolve({
			status: status ?? void 0,
			name: name ?? void 0
		}));
	});
}
function watchMemory(family, limit, tooMuch) {
	let peak;
	let stopped = false;
	let timer;
	const look = async () => {
		const held = await heldBy(family);
		if (stopped) return;
		if (held !== void 0) {
			peak = Math.max(peak ?? 0, held.together, held.most);
			if (limit !== void 0 && held.together > limit) tooMuch();
		}
		timer = setTimeout(look, LOOK_MS.later);
	};
	timer = setTimeout(look, LOOK_MS.first);
	return {
		peak: () => peak,
		stop() {
			stopped = true;
			clearTimeout(timer);
		}
	};
}
function rejected(error) {
	const promise = Promise.reject(error);
	promise.catch(() => {});
	return promise;
}
function interrupted() {
	return new ModelyardError({
		code: "interrupted",
		message: "the command was interrupted",
		next: "run it again"
	});
}
function noShell(cause) {
	return new ModelyardError({
		code: "missing-engine",
		message: "the shell that runs commands of model.yaml could not be started",
		next: "check that there is a shell (/bin/sh, on Windows cmd.exe), and memory and processes left to start it",
		cause
	});
}
// src/adapters/process/temporary-folder.ts
const present = new Set();
async function makeTemporaryFolder() {
	const path = await realpath(await mkdtemp(join(tmpdir(), "modelyard-run-")));
	if (present.size === 0) process.on("exit", removeAll);
	present.add(path);
	return {
		path,
		write: (inside, content, mode) => write(path, inside, content, mode),
		async link(inside, target) {
			const place = join(path, inside);
			if (existsSync(place) || !existsSync(target)) return "absent";
			await symlink(target, place, "junction");
			return "linked";
		},
		async remove() {
			await rm(path, {
				recursive: true,
				force: true,
				maxRetries: 5
			});
			present.delete(path);
			if (present.size === 0) process.off("exit", removeAll);
		}
	};
}
async function write(root, path, content, mode = "100644") {
	const place = resolve(root, path);
	const within = relative(root, place);
	if (within === "" || within === ".." || within.startsWith(`..${sep}`) || isAbsolute(within)) throw escaping(path);
	try {
		await mkdir(dirname(place), { recursive: true });
		const folder = relative(root, await realpath(dirname(place)));
		if (folder === ".." || folder.startsWith(`..${sep}`) || isAbsolute(folder)) throw escaping(path);
		if (mode === "120000") return await symlink(Buffer.from(content).toString("utf8"), place);
		await writeFile(place, content, { flag: "wx" });
		if (mode === "100755") await chmod(place, 493);
	} catch (error) {
		if (error instanceof ModelyardError) throw error;
		throw new ModelyardError({
			code: "cannot-write",
			message: `${path} could not be written to a temporary folder (${error.code ?? error})`,
			next: "make room where temporary files are kept, or name another place with TMPDIR",
			cause: error
		});
	}
}
function escaping(path) {
	return new ModelyardError({
		code: "path-escape",
		message: `${path} leads out of the folder that it is written to`,
		next: "look at the commit that holds it: no sound tree has such a path",
		place: { path }
	});
}
function removeAll() {
	for (const path of present) rmSync(path, {
		recursive: true,
		force: true
	});
}
// src/adapters/process/index.ts
function openShell(root) {
	return {
		run: (request) => startShell(root, request).ended,
		start: (request) => startShell(root, request),
		temporaryFolder: makeTemporaryFolder,
		keptFolder: makeKeptFolder,
		freePort
	};
}
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
export { openShell };
