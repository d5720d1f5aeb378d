import { $ as Pointers, D as PromotionRecord, I as evidenceFileName, P as modelFolder, k as renderJson } from "./registry-reader.mjs";
import { d as TRAILER, f as applyChangeSet } from "./move-facts.mjs";

// src/commands/move-change.ts
/** Turns a planned move into the commit that makes it and the result that shows it. Pure. */
function moveChange(input, facts, plan, texts, also = []) {
	if (plan.plan !== "move") return { result: {
		...baseResult(input, facts, texts),
		...outcomeOf(plan)
	} };
	const approvals = approvalsOf(plan);
	const demanded = approvals.outcome !== "passed";
	const unapproved = demanded ? input.unapproved : void 0;
	const move = unapproved === void 0 ? plan : {
		...plan,
		record: withUnapproved(plan.record, unapproved)
	};
	const result = {
		...baseResult(input, facts, texts),
		...shown(move, facts),
		approvals
	};
	if (input.merge && demanded && unapproved === void 0) return { result: {
		...result,
		outcome: "inconclusive",
		status: "refused",
		reasons: [{
			message: `${demandText(approvals.rules)}, and approvals cannot be judged at a terminal`,
			next: "leave out --merge and open a pull request, or say why it is done without: --unapproved REASON"
		}]
	} };
	const files = [...moveFiles(facts, move), ...also];
	const withFiles = {
		...result,
		files: files.map((file) => describeFile(file, move.number))
	};
	if (input.dryRun) return { result: withFiles };
	return {
		result: withFiles,
		change: {
			head: facts.head,
			base: facts.registry.commit,
			branch: texts.branch,
			merge: input.merge,
			files,
			message: messageOf(input, texts, move.record),
			person: facts.committer,
			at: facts.now
		}
	};
}
function baseResult(input, facts, { action, branch, title }) {
	return {
		kind: "move",
		action,
		title,
		model: input.model,
		aliases: [],
		status: "planned",
		reasons: [],
		files: [],
		branch: input.merge ? facts.head.branch : branch,
		committer: facts.committer,
		remarks: [...facts.remarks],
		next: [],
		...input.reason === void 0 ? {} : { reason: input.reason }
	};
}
function outcomeOf(plan) {
	if (plan.plan === "unchanged") return {
		status: "unchanged",
		why: plan.why
	};
	return {
		status: "refused",
		outcome: plan.gates?.outcome === "inconclusive" ? "inconclusive" : "failed",
		reasons: [...plan.reasons],
		...plan.gates === void 0 ? {} : { gates: plan.gates }
	};
}
function shown({ record, number, gates }, { state }) {
	const moved = record.kind === "alias" ? {} : {
		version: record.version,
		from: record.from,
		to: record.to
	};
	const displaces = "displaces" in record ? record.displaces : void 0;
	return {
		...moved,
		...displaces === void 0 ? {} : { displaces },
		...record.kind === "archive" && record.purged ? { purged: true } : {},
		...record.unapproved === void 0 ? {} : { unapproved: record.unapproved },
		aliases: Object.entries(record.aliases ?? {}).map(([alias, after]) => ({
			alias,
			before: state.pointers.aliases[alias] ?? null,
			after
		})),
		record: number,
		...gates === void 0 ? {} : { gates }
	};
}
function approvalsOf({ approvals }) {
	const rules = approvals.filter(({ rule }) => rule.required > 0).map(({ rule, source }) => ({
		...rule,
		source
	}));
	return {
		outcome: rules.length === 0 ? "passed" : "inconclusive",
		rules
	};
}
function demandText(rules) {
	return `the policy asks for ${rules.map(({ required, from }) => {
		const whose = from === void 0 ? "somebody with `maintain`" : from.join(" or ");
		return `${required} approval${required === 1 ? "" : "s"} by ${whose}`;
	}).join(" and for ")}`;
}
function withUnapproved(record, unapproved) {
	return {
		...record,
		unapproved
	};
}
function moveFiles({ registry, state }, { number, record, pointers }) {
	const folder = modelFolder(registry.config, state.name);
	return [jsonFile(`${folder}/promotions/${number}.json`, renderJson(PromotionRecord, record)), jsonFile(`${folder}/stages.json`, renderJson(Pointers, pointers))];
}
function jsonFile(path, text) {
	return {
		path,
		content: new TextEncoder().encode(text)
	};
}
function describeFile({ path, content }, record) {
	if (content === null) return {
		path,
		change: "deleted"
	};
	return {
		path,
		change: path.endsWith("/stages.json") && record > 1 ? "modified" : "added"
	};
}
function messageOf({ model, reason }, { title }, record) {
	return `${[
		`${model}: ${title}`,
		...reason === void 0 ? [] : [reason],
		...record.unapproved === void 0 ? [] : [`Merged without the approvals that the policy asks for: ${record.unapproved}`],
		TRAILER
	].join("\n\n")}\n`;
}
/** The pending evidence that was judged: it is committed with the promotion. */
function judgedEvidence(facts, version, evidence, judged) {
	const folder = `${modelFolder(facts.registry.config, facts.state.name)}/versions/${version}/evidence`;
	return evidence.all.flatMap(({ digest, evidence: { kind } }) => {
		const content = evidence.pending.get(digest);
		return content === void 0 || !judged.includes(digest) ? [] : [{
			path: `${folder}/${evidenceFileName(kind, digest)}`,
			content
		}];
	});
}
/** Makes the commit of a planned move and says what comes next. */
async function applyMove({ result, change }, ports) {
	if (change === void 0) return result;
	const { status, branch, commit, why } = await applyChangeSet(change, ports);
	return {
		...result,
		status,
		branch,
		commit,
		...why === void 0 ? {} : { why },
		next: status === "merged" ? [`see it: modelyard show ${result.model}`] : nextOnBranch(branch)
	};
}
/** What to do with a branch that is a pull request to be. */
function nextOnBranch(branch) {
	return [`open a pull request: git push -u origin ${branch}`, `or merge it here: git merge --no-ff ${branch}`];
}

export { nextOnBranch as i, judgedEvidence as n, moveChange as r, applyMove as t };