import { h as timestamp } from "./names.mjs";
import { r as aliasesOf } from "./pointers.mjs";
import { n as renderJson, s as modelFolder } from "./json-file.mjs";
import { i as gatherEvidence, r as draftFolder, t as digestOfData, u as digestOfPath } from "./move-facts.mjs";
import { i as isRepeat, r as evidenceFileName, t as Evidence } from "./evidence.mjs";
// src/commands/training-data.ts
async function placeOfTrainingData(record, folder, { artifacts, repository, worktree }) {
	const named = record.data.filter(({ role }) => role === "train");
	const [data] = named;
	if (data === void 0 || named.length > 1) return { why: `version ${record.version} names ${named.length === 0 ? "no" : "several"} training data` };
	const path = `${worktree.root}/${data.uri}`;
	if (await digestOfData(path, artifacts).catch(() => void 0) === data.sha256) return {
		path,
		data
	};
	const commit = await repository.resolve(record.commit);
	const bytes = commit === void 0 ? void 0 : await repository.readFile(commit, data.uri);
	if (bytes === void 0 || artifacts.hash(bytes) !== data.sha256) return { why: `the training data of version ${record.version}, ${data.uri}, is not there as it was` };
	const kept = `${record.version}/${data.uri.split("/").at(-1)}`;
	await folder.write(kept, bytes);
	return {
		path: `${folder.path}/${kept}`,
		data
	};
}
// src/domain/release.ts
const RELEASE = "0.1.0";
// src/commands/evidence-writer.ts
async function originOf(startedAt, commit, { artifacts, clock, host, identity }, predictions) {
	const { machine, run } = host;
	const by = run === void 0 ? await identity.committer().catch(() => void 0) : void 0;
	const files = predictions.filter((file) => file !== void 0);
	const digests = await Promise.all(files.map((file) => digestOfPath(file, artifacts)));
	return {
		tool: `modelyard ${RELEASE}`,
		...by === void 0 ? {} : { by: by.name },
		...run === void 0 ? {} : {
			repository: run.repository,
			run: run.id
		},
		...run?.workflow === void 0 ? {} : { workflow: run.workflow },
		commit: run?.commit ?? commit,
		...digests.length === 0 ? {} : { predictions: digests },
		machine,
		"started-at": timestamp(startedAt),
		seconds: Math.round(clock.now() - startedAt) / 1e3
	};
}
function engineOf({ inference }, predictions) {
	const files = predictions.filter((file) => file !== void 0);
	const named = files.length === 0 ? [] : [`predictions from ${files.join(" and ")}`];
	return [...files.length < predictions.length ? [inference.engine] : [], ...named].join(", ");
}
async function writeEvidence(registry, state, record, evidence, ports) {
	const { all, pending } = await gatherEvidence({
		registry,
		state
	}, record, ports);
	const { version } = record;
	const folder = draftFolder(state.name, version);
	const place = (kind, digest) => pending.has(digest) ? ports.drafts.place(`${folder}/${evidenceFileName(kind, digest)}`) : `${modelFolder(registry.config, state.name)}/versions/${version}/evidence/${evidenceFileName(kind, digest)}`;
	const parsed = Evidence.parse(evidence);
	const repeat = all.findLast((known) => isRepeat(known.evidence, parsed));
	if (repeat !== void 0) {
		const { digest } = repeat;
		return {
			written: {
				path: place(evidence.kind, digest),
				digest,
				is: "repeat"
			},
			stored: repeat
		};
	}
	const bytes = new TextEncoder().encode(renderJson(Evidence, evidence));
	const digest = ports.artifacts.hash(bytes);
	const draft = `${folder}/${evidenceFileName(evidence.kind, digest)}`;
	await ports.drafts.write(draft, bytes);
	return {
		written: {
			path: ports.drafts.place(draft),
			digest,
			is: "new"
		},
		stored: {
			digest,
			evidence: parsed
		}
	};
}
// src/commands/version-side.ts
function sideOf(state, { version: number, artifact }) {
	return {
		version: number,
		artifact: artifact.sha256,
		aliases: [...aliasesOf(state.pointers, number)]
	};
}
export { placeOfTrainingData as a, writeEvidence as i, engineOf as n, originOf as r, sideOf as t };
